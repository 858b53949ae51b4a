// Files that stay from one visit to the next, in the browser's IndexedDB: path → bytes.
const name = 'lstm-notebook';
const store = 'files';

const finished = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

export class Storage {
    // Never fails: `failure` says why nothing is kept.
    async open() {
        this.failure = '';
        this.work = Promise.resolve();
        try {
            const request = indexedDB.open(name, 1);
            request.onupgradeneeded = () => request.result.createObjectStore(store);
            this.database = await finished(request);
        } catch (error) {
            this.failure = error?.message || 'it is switched off';
        }
    }
    async all() {
        if (!this.database) return new Map();
        const files = this.database.transaction(store).objectStore(store);
        const [paths, contents] = await Promise.all([finished(files.getAllKeys()), finished(files.getAll())]);
        return new Map(paths.map((path, index) => [path, contents[index]]));
    }
    // Puts `changed` (path → bytes) and removes `gone`; one after the other. Resolves to why it failed, or ''.
    change(changed, gone) {
        this.work = this.work.then(async () => {
            if (!this.database) return this.failure;
            try {
                const transaction = this.database.transaction(store, 'readwrite');
                const files = transaction.objectStore(store);
                for (const [path, bytes] of changed) files.put(bytes, path);
                for (const path of gone) files.delete(path);
                await new Promise((resolve, reject) => {
                    transaction.oncomplete = resolve;
                    transaction.onabort = transaction.onerror = () => reject(transaction.error);
                });
                return '';
            } catch (error) {
                return error?.name === 'QuotaExceededError' ? 'there is no room left' : (error?.message || 'it is switched off');
            }
        });
        return this.work;
    }
}
