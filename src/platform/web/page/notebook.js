// The page: loads the program, gives it frames when something happens, and answers what it asks (page.h).
import createNotebook from './lstm-notebook.mjs';
import { Files } from './files.js';
import { Film } from './film.js';
import { listen } from './input.js';
import { Locks } from './locks.js';
import { Mirror } from './mirror.js';
import { Storage } from './storage.js';

const canvas = document.getElementById('canvas');
const trouble = document.getElementById('trouble');

// Says what stopped the program, in the place of a window that stands still.
function showTrouble(sentence) {
    trouble.textContent = sentence + ' ';
    const again = document.createElement('button');
    again.textContent = 'Load the page again';
    again.onclick = () => location.reload();
    trouble.append(document.createElement('br'), again);
    trouble.hidden = false;
}

function missing() {
    const simd = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);
    const exceptions = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11);
    if (typeof WebAssembly !== 'object') return 'WebAssembly';
    if (!WebAssembly.validate(simd)) return 'SIMD in WebAssembly';
    if (!WebAssembly.validate(exceptions)) return 'exceptions in WebAssembly';
    if (!document.createElement('canvas').getContext('webgl2')) return 'WebGL 2';
    return '';
}

// When the next frame is due. `draw` returns after how many seconds the picture changes by itself, or −1.
class Pace {
    constructor(draw) {
        this.draw = draw;
        this.asked = 0;
        this.timer = 0;
        this.frames = 0;
    }
    wake() {
        clearTimeout(this.timer);
        this.timer = 0;
        if (!this.asked) this.asked = requestAnimationFrame(() => this.frame());
    }
    // At once, while the page deals with an event.
    frame() {
        cancelAnimationFrame(this.asked);
        clearTimeout(this.timer);
        this.asked = this.timer = 0;
        ++this.frames;
        const pause = this.draw();
        if (pause < 0 || this.asked) return;
        if (pause < 0.02) this.wake();
        else this.timer = setTimeout(() => this.wake(), 1000 * pause);
    }
}

async function start() {
    const lacking = missing();
    if (lacking) {
        showTrouble(`LSTM Notebook needs ${lacking}, which this browser does not have or has switched off. ` +
            'Firefox 100, Chrome 95, Safari 16.4 and all that came after them have it.');
        return;
    }
    const storage = new Storage();
    const [program, locks] = await Promise.all([
        createNotebook({
            canvas,
            locateFile: (name) => new URL(name.endsWith('.wasm') ? './lstm-notebook.wasm' : name, import.meta.url).href,
            printErr: (line) => console.warn(line),
        }),
        Locks.open(),
        storage.open(),
    ]);

    const toC = (text) => {
        const size = program.lengthBytesUTF8(text) + 1;
        const at = program._malloc(size);
        program.stringToUTF8(text, at, size);
        return at;
    };
    const withText = (text, call) => {
        const at = toC(text);
        try { return call(at); } finally { program._free(at); }
    };

    let size = { width: 0, height: 0 };
    let stopped = false;
    const guarded = (call) => {
        if (stopped) return -1;
        try {
            return call();
        } catch (error) {
            stopped = true;
            console.error(error);
            try { program._notebook_rescue(); } catch { /* it has done what it could */ }
            showTrouble('LSTM Notebook has stopped: something went wrong that should not. ' +
                'What you had not saved is offered when the page is loaded again.');
            return -1;
        }
    };
    const pace = new Pace(() => guarded(() => {
        if (canvas.width !== size.width) canvas.width = size.width;
        if (canvas.height !== size.height) canvas.height = size.height;
        const pause = program._notebook_frame(performance.now() / 1000, size.width, size.height, devicePixelRatio);
        mirror.follow();
        return pause;
    }));

    // Something happened that the program does not see by itself.
    const wake = () => {
        program._notebook_wake();
        pace.wake();
    };
    const files = new Files(program, storage, { wake, withText });
    const mirror = new Mirror(program, { wake, withText, guarded });
    const input = { wantText: () => {}, copied: () => {} };

    program.page = {
        toC,
        wishes: () => (matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0) |
            (matchMedia('(prefers-reduced-motion: reduce)').matches ? 2 : 0) |
            (matchMedia('(prefers-contrast: more)').matches ? 4 : 0) |
            (matchMedia('(pointer: coarse)').matches ? 8 : 0),
        setTitle: (title) => { document.title = title; },
        setFullScreen: (on) => {
            if (on && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
            if (!on && document.fullscreenElement) document.exitFullscreen().catch(() => {});
        },
        setCursor: (name) => { canvas.style.cursor = name; },
        wantText: (wanted, x, y, height) => input.wantText(wanted, x, y, height),
        copy: (text) => input.copied(text),
        keepFiles: () => files.keep(),
        takeLock: (name) => locks.take(name),
        giveLockBack: (lock) => locks.giveBack(lock),
        askForFile: (saves, name, kind, ending) => files.ask(saves, name, kind, ending),
        chosenFile: () => files.chosen(),
        forgetQuestion: () => files.forget(),
        deliver: (path) => files.deliver(path),
        film: new Film(program.FS),
    };
    await files.bring();
    program.callMain([]);
    Object.assign(input, listen(canvas, program, { pace, withText, files }));

    new ResizeObserver((entries) => {
        const [entry] = entries;
        // The true pixels, where the browser tells them; a screen that is only imitated is not among them.
        const pixels = entry.devicePixelContentBoxSize?.[0];
        const width = Math.round(canvas.clientWidth * devicePixelRatio);
        const height = Math.round(canvas.clientHeight * devicePixelRatio);
        const told = pixels && Math.abs(pixels.inlineSize - width) <= 2 && Math.abs(pixels.blockSize - height) <= 2;
        size = told ? { width: pixels.inlineSize, height: pixels.blockSize } : { width, height };
        program._notebook_wake();
        pace.frame();  // in the same turn: no picture of the wrong size is seen
    }).observe(canvas, 'ResizeObserverEntry' in window && 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype
        ? { box: 'device-pixel-content-box' } : {});

    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        program._notebook_lose_graphics();
    });
    canvas.addEventListener('webglcontextrestored', () => {
        guarded(() => program._notebook_restore_graphics());
        pace.wake();
    });
    document.addEventListener('fullscreenchange', () => {
        program._notebook_full_screen(document.fullscreenElement ? 1 : 0);
        wake();
    });
    addEventListener('hashchange', () => {
        if (location.hash.length < 2) return;
        withText(location.hash, (at) => program._notebook_open_link(at));
        wake();
    });
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) program._notebook_rescue();
        else wake();
    });
    addEventListener('pagehide', () => program._notebook_rescue());
    addEventListener('beforeunload', (event) => {
        if (program._notebook_unsaved()) event.preventDefault();
    });
    canvas.focus({ preventScroll: true });
    // For tests and for the curious; nothing here depends on it.
    window.notebook = { program, pace, storage, files, ready: true,
        regions: () => JSON.parse(program.UTF8ToString(program._notebook_regions())) };
    if ('serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('service-worker.js').catch(() => {});
}

start().catch((error) => {
    console.error(error);
    showTrouble(`LSTM Notebook could not be started: ${error.message ?? error}.`);
});
