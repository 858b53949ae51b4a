// The window for those who do not see it: every control and number an element of its own, in the place where it
// stands and in reading order, and a sentence for what has just happened.
const pause = 150;  // milliseconds that changes are gathered

export class Mirror {
    constructor(program, { wake, withText, guarded }) {
        Object.assign(this, { program, wake, withText, guarded });
        this.root = document.getElementById('mirror');
        this.live = document.getElementById('live');
        this.telling = document.getElementById('telling');
        this.canvas = document.getElementById('canvas');
        this.elements = new Map();  // id → { element, role, text }
        this.timer = 0;
        this.sentence = '';
        this.root.addEventListener('click', (event) => this.press(event.target.closest('[data-id]')));
        this.root.addEventListener('change', (event) => this.enter(event.target));
        this.root.addEventListener('focusin', (event) => this.focus(event.target.closest('[data-id]')));
    }

    // Soon, once for many frames.
    follow() {
        this.timer ||= setTimeout(() => {
            this.timer = 0;
            this.guarded(() => this.update());
        }, pause);
    }

    update() {
        const { items, focus, told, sentence } = JSON.parse(this.program.UTF8ToString(this.program._notebook_mirror()));
        const ratio = this.canvas.clientWidth / this.canvas.width;
        const there = new Set();
        let before = null;
        for (const item of items) {
            there.add(item.id);
            const entry = this.entryFor(item);
            const { element } = entry;
            this.fill(entry, item);
            const place = `left:${item.left * ratio | 0}px;top:${item.top * ratio | 0}px;` +
                `width:${Math.max(1, item.width * ratio | 0)}px;height:${Math.max(1, item.height * ratio | 0)}px`;
            if (entry.place !== place) element.style.cssText = entry.place = place;
            const next = before ? before.nextSibling : this.root.firstChild;
            if (element !== next) this.root.insertBefore(element, next);
            before = element;
        }
        for (const [id, { element }] of this.elements)
            if (!there.has(id)) {
                if (element === document.activeElement) this.canvas.focus({ preventScroll: true });
                element.remove();
                this.elements.delete(id);
            }
        this.tell(told);
        if (sentence !== this.sentence) this.live.textContent = this.sentence = sentence;
        this.followFocus(focus);
    }

    // The step on show, told: for reading on where the controls end.
    tell(lines) {
        const text = lines.join('\n');
        if (text === this.told) return;
        this.told = text;
        const [title, ...rest] = lines;
        const heading = document.createElement('h2');
        heading.textContent = title ?? '';
        this.telling.replaceChildren(heading, ...rest.map((line) => {
            const paragraph = document.createElement('p');
            paragraph.textContent = line;
            return paragraph;
        }));
        this.telling.hidden = !lines.length;
    }

    entryFor(item) {
        const old = this.elements.get(item.id);
        if (old?.role === item.role) return old;
        old?.element.remove();
        const tag = { button: 'button', number: 'input', text: 'p', heading: 'h1' }[item.role];
        const element = document.createElement(tag);
        element.dataset.id = item.id;
        if (tag === 'button') element.type = 'button';
        if (tag === 'input') {
            element.type = 'text';
            element.inputMode = 'decimal';
            element.autocomplete = 'off';
        }
        if (tag === 'button' || tag === 'input') element.tabIndex = -1;  // Tab goes the program's way
        const entry = { element, role: item.role };
        this.elements.set(item.id, entry);
        return entry;
    }

    fill(entry, { name, shown, role }) {
        const text = `${name}\n${shown}`;
        if (entry.text === text) return;
        entry.text = text;
        const { element } = entry;
        if (role === 'number') {
            element.setAttribute('aria-label', name);
            element.value = shown;  // keys go to the program: nobody types here
        } else {
            element.textContent = shown && shown !== name ? `${name}: ${shown}` : name;
        }
    }

    // Where the program's own focus is, the page's is too: so it is said.
    followFocus(id) {
        const entry = this.elements.get(id);
        const active = document.activeElement;
        const inside = active === this.canvas || this.root.contains(active);
        if (!entry || !inside || entry.element === active || this.going) return;
        this.going = true;
        entry.element.focus({ preventScroll: true });
        this.going = false;
    }

    // A screen reader has come to an element by itself.
    focus(element) {
        if (!element || this.going) return;
        this.withText(element.dataset.id, (at) => this.program._notebook_focus_on(at));
        this.wake();
    }

    press(element) {
        if (!element || element.tagName === 'INPUT') return;
        this.withText(element.dataset.id, (at) => this.program._notebook_press(at));
        this.wake();
    }

    enter(element) {
        this.withText(element.dataset.id, (id) => this.withText(element.value, (text) => this.program._notebook_enter(id, text)));
        this.wake();
    }
}
