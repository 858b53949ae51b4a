// Which tab is at which unsaved work. A browser takes a tab's locks back however it ends.
export class Locks {
    static async open() {
        const locks = new Locks();
        try {
            const { held } = await navigator.locks.query();
            locks.elsewhere = new Set(held.map((lock) => lock.name));
        } catch {
            locks.elsewhere = new Set();  // no such locks here: each tab believes itself alone
        }
        return locks;
    }
    constructor() {
        this.held = new Map();
        this.next = 1;
    }
    // The lock's number; −1 where another tab, or this one, holds it.
    take(name) {
        if (this.elsewhere.has(name) || [...this.held.values()].some((lock) => lock.name === name)) return -1;
        const number = this.next++;
        const lock = { name, giveBack: () => {} };
        this.held.set(number, lock);
        navigator.locks?.request(name, { ifAvailable: true }, () => new Promise((resolve) => { lock.giveBack = resolve; })).catch(() => {});
        return number;
    }
    giveBack(number) {
        this.held.get(number)?.giveBack();
        this.held.delete(number);
    }
}
