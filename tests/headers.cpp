// Nothing: the precompiled headers of the tests need a file to belong to (CMakeLists.txt).
