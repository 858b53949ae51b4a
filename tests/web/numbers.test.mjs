// The numbers of the build for browsers, in Node and in Chromium: the program's own, bit for bit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { launch, root } from './driver.mjs';

const program = `${root}build/release/lstm-notebook`;
const folder = `${root}build/wasm/numbers/`;
const examples = ['statquest-one-step', 'company-a', 'gomez', 'gradient-exploding', 'reber'];
const learner = { example: 'gomez', steps: 40 };

const said = (...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
const scenario = (example) => readFile(`${root}assets/examples/${example}.json`, 'utf8');

// What the program prints. It has gradients only where there is a loss to go back from.
const expected = (example) => {
    try {
        return said('trace', example, '--backward', '--format', 'json');
    } catch {
        return said('trace', example, '--format', 'json');
    }
};

// `call(name, result type, argument types, arguments)` calls the module.
async function hold(call) {
    for (const example of examples)
        assert.equal(await call('numbers_traced', 'string', ['string'], [await scenario(example)]), expected(example), example);
    const trained = await call('numbers_trained', 'string', ['string', 'number'], [await scenario(learner.example), learner.steps]);
    assert.equal(trained, said('train', learner.example, '--steps', String(learner.steps), '--quiet', '--out', '-'));
}

test('are the same in Node', async () => {
    // What this version of Emscripten takes for granted in Node, which modules do not have.
    Object.assign(globalThis, { __dirname: folder, require: createRequire(import.meta.url) });
    const createNumbers = (await import(`${folder}lstm-numbers.mjs`)).default;
    const numbers = await createNumbers({ wasmBinary: await readFile(`${folder}lstm-numbers.wasm`) });
    await hold((...words) => numbers.ccall(...words));
});

test('are the same in Chromium', async () => {
    const types = { mjs: 'text/javascript', wasm: 'application/wasm' };
    const server = createServer(async (request, response) => {
        const name = request.url.slice(1);
        if (!name.startsWith('lstm-numbers')) return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Numbers</title>');
        response.setHeader('content-type', types[name.split('.').pop()]).end(await readFile(folder + name));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await launch();
    try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${server.address().port}/`);
        await page.evaluate(async () => { window.numbers = await (await import('/lstm-numbers.mjs')).default(); });
        await hold((...words) => page.evaluate((each) => window.numbers.ccall(...each), words));
    } finally {
        await browser.close();
        server.close();
    }
});
