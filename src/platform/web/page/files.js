// The program's files: kept in the browser, opened from the user's disk, and handed to him.
const kept = ['/notebook/settings', '/notebook/state', '/documents'];
const documents = '/documents';

const types = { '.json': 'application/json', '.png': 'image/png', '.csv': 'text/csv', '.zip': 'application/zip' };

export class Files {
    constructor(program, storage, { wake, withText }) {
        this.FS = program.FS;
        this.program = program;
        this.storage = storage;
        this.wake = wake;
        this.withText = withText;
        this.known = new Map();    // path → time and size, as the browser keeps it
        this.handles = new Map();  // path → where the user's disk has it
        this.answer = undefined;
        this.asked = 0;
        this.told = '';
    }

    // Brings what was kept into the program's file system.
    async bring() {
        for (const folder of kept) this.FS.mkdirTree(folder);
        for (const [path, bytes] of await this.storage.all()) {
            this.FS.writeFile(path, bytes);
            this.known.set(path, this.stampOf(path));
        }
        this.FS.chdir(documents);
    }

    stampOf(path) {
        const { mtime, size } = this.FS.stat(path);
        return `${+mtime} ${size}`;
    }

    // Gives the browser what has changed since the last time.
    keep() {
        const changed = new Map(), gone = new Set(this.known.keys());
        for (const folder of kept)
            for (const entry of this.FS.readdir(folder)) {
                const path = `${folder}/${entry}`;
                if (this.FS.isDir(this.FS.stat(path).mode)) continue;
                gone.delete(path);
                const stamp = this.stampOf(path);
                if (this.known.get(path) === stamp) continue;
                this.known.set(path, stamp);
                changed.set(path, this.FS.readFile(path));
            }
        for (const path of gone) this.known.delete(path);
        if (!changed.size && !gone.size) return;
        this.storage.change(changed, gone).then((failure) => {
            if (!failure) return;
            for (const path of changed.keys()) this.known.delete(path);  // once more, the next time
            if (failure === this.told) return;
            this.told = failure;
            this.withText(failure, (at) => this.program._notebook_cannot_keep(at));
            this.wake();
        });
    }

    // A name in the documents for what the user's disk calls `name`: the same again for the same contents.
    place(name, bytes) {
        const clean = name.replace(/[/\\\0]/g, '-') || 'scenario.json';
        const dot = clean.lastIndexOf('.') > 0 ? clean.lastIndexOf('.') : clean.length;
        for (let copy = 1; ; ++copy) {
            const path = `${documents}/${copy === 1 ? clean : `${clean.slice(0, dot)} (${copy})${clean.slice(dot)}`}`;
            if (!this.FS.analyzePath(path).exists) return path;
            const there = this.FS.readFile(path);
            if (there.length === bytes.length && there.every((byte, k) => byte === bytes[k])) return path;
        }
    }

    async take(file, handle) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const path = this.place(file.name, bytes);
        this.FS.writeFile(path, bytes);
        if (handle) this.handles.set(path, handle);
        return path;
    }

    // A file that was dropped or pasted.
    async open(file, handle) {
        const path = await this.take(file, handle);
        this.withText(path, (at) => this.program._notebook_open(at));
        this.wake();
    }

    ask(saves, name, kind, ending) {
        const question = ++this.asked;
        const reply = (path) => {
            if (question !== this.asked) return;
            this.answer = path;
            this.wake();
        };
        this.answer = undefined;
        (saves ? this.askWhereToSave(name, kind, ending) : this.askWhatToOpen(kind, ending))
            .then(reply, (error) => reply(error?.name === 'AbortError' ? '' : null));
    }
    async askWhereToSave(name, kind, ending) {
        if (!window.showSaveFilePicker) return null;  // the window's own dialog asks for a name
        const handle = await window.showSaveFilePicker({
            suggestedName: name, types: [{ description: kind, accept: { 'application/json': [ending] } }] });
        const path = `${documents}/${handle.name}`;
        this.handles.set(path, handle);
        return path;
    }
    async askWhatToOpen(kind, ending) {
        if (window.showOpenFilePicker) {
            const [handle] = await window.showOpenFilePicker({
                types: [{ description: kind, accept: { 'application/json': [ending] } }] });
            return this.take(await handle.getFile(), handle);
        }
        const picker = document.getElementById('picker');
        picker.value = '';
        const chosen = new Promise((resolve) => {
            picker.onchange = () => resolve(picker.files[0]);
            picker.oncancel = () => resolve(undefined);
        });
        picker.click();
        const file = await chosen;
        return file ? this.take(file) : '';
    }
    // undefined: no answer yet; '': none was chosen; null: the browser cannot ask.
    chosen() {
        const answer = this.answer;
        this.answer = undefined;
        return answer;
    }
    forget() {
        ++this.asked;
        this.answer = undefined;
    }

    // Hands a file that was saved or exported to the user: where it came from, else as a download.
    async deliver(path) {
        const bytes = this.FS.readFile(path);
        const handle = this.handles.get(path);
        if (handle) {
            try {
                const out = await handle.createWritable();
                await out.write(bytes);
                await out.close();
                return;
            } catch (error) {
                console.warn(error);  // he took the permission back: a download then
                this.handles.delete(path);
            }
        }
        const name = path.slice(path.lastIndexOf('/') + 1);
        const type = types[name.slice(name.lastIndexOf('.'))] ?? 'text/plain;charset=utf-8';
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([bytes], { type }));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }
}
