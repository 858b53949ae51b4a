// Keeps the page for when there is no network. What is named by its hash never changes; the page itself is asked
// for first, so that a new version is had as soon as it can be.
const files = [/* FILES */];
const cacheName = 'lstm-notebook';

self.addEventListener('install', (event) => {
    event.waitUntil((async () => {
        const cache = await caches.open(cacheName);
        await cache.addAll(['./', ...files]);
        await self.skipWaiting();
    })());
});

self.addEventListener('activate', (event) => {
    event.waitUntil((async () => {
        const cache = await caches.open(cacheName);
        const known = new Set(['./', ...files].map((name) => new URL(name, self.registration.scope).href));
        for (const request of await cache.keys()) if (!known.has(request.url)) await cache.delete(request);
        await self.clients.claim();
    })());
});

self.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
    event.respondWith((async () => {
        const cache = await caches.open(cacheName);
        if (request.mode === 'navigate') {
            try {
                const answer = await fetch(request);
                if (answer.ok) return answer;
            } catch { /* no network */ }
            return (await cache.match('./')) ?? Response.error();
        }
        return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
    })());
});
