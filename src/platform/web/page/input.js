// What the user does, to the program: keys, text and input methods, clipboard, mouse, pen, fingers.
const modifiersOf = (event) => (event.ctrlKey || (isMac && event.metaKey) ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) |
    (event.metaKey && !isMac ? 8 : 0);
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// What stays the browser's: reloading, its tools. It keeps its tabs to itself.
function isBrowsers(event) {
    const ctrl = event.ctrlKey || event.metaKey;
    return event.key === 'F5' || event.key === 'F12' || (ctrl && 'rR'.includes(event.key)) ||
        (ctrl && event.shiftKey && 'iIjJcC'.includes(event.key));
}

export function listen(canvas, program, { pace, withText, files }) {
    const typing = document.getElementById('typing');
    let textWanted = false;

    const frame = () => pace.frame();
    const key = (event, down) => withText(event.code, (code) => withText(event.key, (name) =>
        program._notebook_key(code, name, down ? 1 : 0, modifiersOf(event))));
    const press = (code, name, modifiers) => withText(code, (c) => withText(name, (n) => {
        program._notebook_key(c, n, 1, modifiers);
        program._notebook_key(c, n, 0, 0);
    }));
    const type = (text) => withText(text, (at) => program._notebook_text(at));

    // --- Keys and text -------------------------------------------------------------------------
    let composing = false;
    const keydown = (event) => {
        if (composing || event.isComposing || event.keyCode === 229 || isBrowsers(event)) return;
        const ctrl = event.ctrlKey || event.metaKey;
        // The page's own events of copying and pasting follow: only in them is the clipboard open to us.
        if (ctrl && !event.altKey && ['c', 'x', 'v'].includes(event.key.toLowerCase())) return;
        const known = key(event, true);
        const printable = [...event.key].length === 1 && (!ctrl || event.getModifierState('AltGraph'));
        if (printable) type(event.key);
        if (known || printable) event.preventDefault();
        pace.wake();
        // A dialog or a new full screen opens only while the page deals with what the user did.
        if (ctrl || event.key.startsWith('F') || event.key === 'Enter') frame();
    };
    const keyup = (event) => {
        key(event, false);
        pace.wake();
    };
    const mirror = document.getElementById('mirror');
    for (const target of [canvas, typing, mirror]) {
        target.addEventListener('keydown', keydown);
        target.addEventListener('keyup', keyup);
    }
    typing.addEventListener('compositionstart', () => {
        composing = true;
        typing.classList.add('composing');
    });
    typing.addEventListener('compositionend', (event) => {
        composing = false;
        typing.classList.remove('composing');
        typing.value = '';
        if (event.data) type(event.data);
        pace.wake();
    });
    typing.addEventListener('beforeinput', (event) => {
        if (composing || event.isComposing) return;
        const keys = { deleteContentBackward: 'Backspace', deleteContentForward: 'Delete', insertLineBreak: 'Enter', insertParagraph: 'Enter' };
        if (event.inputType === 'insertText' && event.data) type(event.data);
        else if (keys[event.inputType]) press(keys[event.inputType], keys[event.inputType], 0);
        else if (event.inputType !== 'insertFromPaste') return;
        event.preventDefault();
        pace.wake();
    });
    const focused = () => [canvas, typing].includes(document.activeElement) || mirror.contains(document.activeElement);
    for (const target of [canvas, typing, mirror]) {
        target.addEventListener('focusin', () => { program._notebook_focus(1); pace.wake(); });
        target.addEventListener('focusout', () => {
            // From one of the two to the other is no matter.
            setTimeout(() => { if (!focused()) { program._notebook_focus(0); pace.wake(); } });
        });
    }

    // --- Clipboard -----------------------------------------------------------------------------
    let copied, byKey = false, byButton = false;
    const copyOrCut = (event, letter) => {
        if (!focused() && !byButton) return;
        if (!byButton) {
            copied = undefined;
            byKey = true;
            press(`Key${letter.toUpperCase()}`, letter, 1);
            frame();
            byKey = false;
        }
        if (copied === undefined) return;
        event.clipboardData.setData('text/plain', copied);
        event.preventDefault();
    };
    document.addEventListener('copy', (event) => copyOrCut(event, 'c'));
    document.addEventListener('cut', (event) => copyOrCut(event, 'x'));
    document.addEventListener('paste', (event) => {
        if (!focused()) return;
        event.preventDefault();
        const [file] = event.clipboardData.files;
        if (file) return void files.open(file);
        const text = event.clipboardData.getData('text/plain');
        withText(text, (at) => program._notebook_clipboard(at));
        press('KeyV', 'v', 1);
        frame();
    });

    // --- Mouse and pen -------------------------------------------------------------------------
    const place = (event) => {
        const ratio = canvas.width / canvas.clientWidth;
        return [event.offsetX * ratio, event.offsetY * ratio];
    };
    const buttons = [0, 2, 1];  // Dear ImGui counts left, right, middle
    const moveTo = (event, byTouch) => program._notebook_move(...place(event), byTouch);
    canvas.addEventListener('pointermove', (event) => {
        if (event.pointerType === 'touch') return touch.move(event);
        moveTo(event, 0);
        pace.wake();
    });
    canvas.addEventListener('pointerdown', (event) => {
        canvas.setPointerCapture(event.pointerId);
        if (event.pointerType === 'touch') return touch.down(event);
        if (!textWanted) canvas.focus({ preventScroll: true });
        event.preventDefault();
        moveTo(event, 0);
        program._notebook_button(buttons[event.button] ?? 0, 1);
        pace.wake();
    });
    canvas.addEventListener('pointerup', (event) => {
        if (event.pointerType === 'touch') return touch.up(event);
        moveTo(event, 0);
        program._notebook_button(buttons[event.button] ?? 0, 0);
        frame();
    });
    canvas.addEventListener('pointercancel', (event) => {
        if (event.pointerType === 'touch') return touch.cancel(event);
        program._notebook_button(0, 0);
        pace.wake();
    });
    canvas.addEventListener('pointerleave', (event) => {
        if (event.pointerType === 'touch') return;
        program._notebook_leave();
        pace.wake();
    });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('wheel', (event) => {
        event.preventDefault();
        const unit = [100, 3, 1][event.deltaMode];
        program._notebook_wheel(-event.deltaX / unit, -event.deltaY / unit);
        pace.wake();
    }, { passive: false });

    const touch = touches(program, { pace, place, frame, focus: () => { if (!textWanted) canvas.focus({ preventScroll: true }); } });

    // --- Files that are dropped ------------------------------------------------------------------
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', async (event) => {
        event.preventDefault();
        const [item] = event.dataTransfer.items;
        const file = event.dataTransfer.files[0];
        const handle = await item?.getAsFileSystemHandle?.().catch(() => undefined);
        if (file) files.open(file, handle);
    });

    return {
        // Where text is typed, and whether: an on-screen keyboard comes and goes with it.
        wantText(wanted, x, y, height) {
            const ratio = canvas.clientWidth / canvas.width;
            typing.style.left = `${x * ratio}px`;
            typing.style.top = `${y * ratio}px`;
            typing.style.fontSize = `${Math.max(12, 0.8 * height * ratio)}px`;
            if (wanted === textWanted) return;
            textWanted = wanted;
            if (!wanted) typing.blur();
            if (focused() || document.activeElement === document.body)
                (wanted ? typing : canvas).focus({ preventScroll: true });
        },
        // By a button: the browser is asked for an event of copying, in which the clipboard is open to us.
        copied(text) {
            copied = text;
            if (byKey) return;
            byButton = true;
            document.execCommand('copy');
            byButton = false;
        },
    };
}

// One finger taps and drags, or scrolls where nothing takes a drag; held still it is the right button.
// Two fingers scroll, and zoom what stands under them.
function touches(program, { pace, place, frame, focus }) {
    const slop = 10, hold = 500, twice = 350;
    const fingers = new Map();
    let first, mode = '', timer = 0, last, spread = 0;
    let lastTap = { time: 0, x: 0, y: 0 };

    const begin = (event) => {
        const [x, y] = place(event);
        return { x, y, clientX: event.clientX, clientY: event.clientY };
    };
    const distance = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    const move = ({ x, y }) => program._notebook_move(x, y, 1);
    const button = (which, down) => program._notebook_button(which, down);
    const stop = () => {
        clearTimeout(timer);
        if (mode === 'drag') button(0, 0);
        mode = '';
    };
    const leave = () => {
        frame();
        program._notebook_leave();
        pace.wake();
    };

    return {
        down(event) {
            event.preventDefault();
            focus();
            fingers.set(event.pointerId, begin(event));
            if (fingers.size === 2) {
                stop();
                mode = 'two';
                const [a, b] = fingers.values();
                spread = distance(a, b);
                last = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
                move(last);
                pace.wake();
                return;
            }
            if (fingers.size > 2) return;
            first = last = begin(event);
            // The second tap is where the first was, however thick the finger.
            if (event.timeStamp - lastTap.time < twice && distance(lastTap, first) < 4 * slop) first = { ...first, x: lastTap.x, y: lastTap.y };
            mode = 'wait';
            move(first);
            frame();  // so that the program knows what is under the finger
            timer = setTimeout(() => {
                mode = 'held';
                button(1, 1);
                button(1, 0);
                pace.wake();
            }, hold);
        },
        move(event) {
            if (!fingers.has(event.pointerId)) return;
            const now = begin(event);
            fingers.set(event.pointerId, now);
            if (mode === 'wait' && distance(now, first) > slop) {
                clearTimeout(timer);
                mode = program._notebook_takes_drag() ? 'drag' : 'scroll';
                if (mode === 'drag') button(0, 1);
            }
            const line = 40;
            if (mode === 'drag') move(now);
            if (mode === 'scroll') {
                program._notebook_wheel((now.clientX - last.clientX) / line, (now.clientY - last.clientY) / line);
            }
            if (mode === 'two' && fingers.size >= 2) {
                const [a, b] = fingers.values();
                const wider = distance(a, b);
                const centre = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
                program._notebook_pinch(wider / Math.max(spread, 1), centre.x - last.x, centre.y - last.y);
                spread = wider;
                last = centre;
                pace.wake();
                return;
            }
            last = now;
            pace.wake();
        },
        up(event) {
            if (!fingers.delete(event.pointerId)) return;
            if (mode === 'wait') {
                clearTimeout(timer);
                button(0, 1);
                button(0, 0);
                lastTap = { time: event.timeStamp, ...first };
            } else {
                stop();
            }
            mode = fingers.size ? mode : '';
            if (!fingers.size) leave();
        },
        cancel(event) {
            fingers.delete(event.pointerId);
            stop();
            if (!fingers.size) leave();
        },
    };
}
