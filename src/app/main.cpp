/// The program: reads its command line and does what it says.
#include "app/command_line/command_line.h"
#include "app/telling.h"
#include "model/engine/kernel_choice.h"
#include "platform/graphics_error.h"
#include "platform/standard_streams.h"
#include "ui/words/refusals.h"

#include <exception>
#include <iostream>
#include <new>

namespace {

using namespace lstm;

int fail(const char* sentence, int status = 2) {
    tell(sentence);
    return status;
}

/// Tells that standard output could not be written; where its reader went away, ends as other
/// programs do then.
int fail_to_print() {
    if (reader_went_away()) end_by_lost_reader();
    return fail("standard output: cannot be written");
}

}  // namespace

int main(int count, char** arguments) {
    survive_lost_readers();
    try {
        (void)kernels();  // what LSTM_KERNELS asks for in vain is refused before anything else
        const int status = parse_command_line(count, arguments)();
        return std::cout.flush() ? status : fail_to_print();
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory for this");
    } catch (const NotEnoughMemory& lack) {
        return fail(sentence_about(Words(Language::english), lack).c_str());
    } catch (const GraphicsError& error) {
        return fail(error.what(), 1);
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
