#!/usr/bin/env node
// Opens pages of `check --format html` in headless Chromium: nothing complains, nothing is fetched, it reads without script
// and without colours, axe-core finds nothing serious, filters and keys work, and paper loses nothing. Speaks TAP.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const planlint = resolve(root, process.env.PLANLINT || 'build/planlint');

function which(...names) {
	for (const name of names) {
		for (const folder of (process.env.PATH || '').split(':')) if (existsSync(join(folder, name))) return join(folder, name);
	}
	return null;
}

function stop(message) {
	console.log(`Bail out! ${message}`);
	process.exit(1);
}

const chromium = process.env.CHROMIUM || which('chromium', 'chromium-browser', 'google-chrome');
if (!chromium) stop('Chromium is missing: install the package chromium, or name a browser like it in CHROMIUM');
if (!which('pdftotext')) stop('pdftotext is missing: install the package poppler-utils');
if (!existsSync(join(here, 'node_modules'))) stop("what the tests are made with is missing: run 'npm ci' in tests/page");

const { chromium: driver } = await import('playwright-core');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// ---- TAP

let tests = 0;
let failures = 0;
function ok(good, name, why) {
	tests++;
	if (!good) failures++;
	console.log(`${good ? 'ok' : 'not ok'} ${tests} - ${name}`);
	if (!good && why !== undefined) console.log(String(typeof why === 'string' ? why : JSON.stringify(why, null, 1)).replace(/^/gm, '# '));
}

function none(list, name) {
	ok(list.length === 0, name, list);
}

// ---- pages

const folder = mkdtempSync(join(tmpdir(), 'planlint-page-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function run(...words) {
	return execFileSync(planlint, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
}

// A page, and what it must say.
function make(name, plans, ...options) {
	const common = [name === 'swept' ? 'sweep' : 'check', '--fail-on', 'never', ...options];
	run(...common, '--format', 'html', '-o', `${name}.html`, '--format', 'json', '-o', `${name}.json`, ...plans);
	const report = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
	const fresh = report.findings.filter((finding) => finding.state === 'new');
	return {
		name,
		url: `file://${join(folder, name)}.html`,
		findings: fresh,
		words: [...fresh.flatMap((finding) => [finding.message, finding.advice]), ...report.not_checked.flatMap((one) => [one.what, one.why])],
	};
}

const example = (name) => join(root, 'examples', `${name}.yaml`);
const hostile = `plan: {title: "<script>alert(1)</script> & \\"quoted\\"", organisation: "\\u202ereversed\\u2066 📚"}
key_actions:
  - ref: "KA1\\"><img src=x onerror=alert(2)>"
    title: "</title></style></script><iframe src='https://example.org'>"
    lead_officer: "javascript:alert(3)"
    expected_outcome: tbc
    milestones:
      - {id: M1, text: "Meeting </mark><a href='https://example.org/'>held</a>", due: 2010-01-01}
      - {id: "<b onmouseover=alert(4)>", text: "Report to Cabinet]]><!-- --!>", due: <i>x</i>}
`;
mkdirSync(join(folder, 'many'));
for (let i = 0; i < 400; i++) {
	let plan = `plan: {title: Plan ${i} of many, period: 2010/11}\nkey_actions:\n  - title: Repair the paths of park ${i}\n    milestones:\n`;
	for (let k = 0; k < 12; k++) plan += `      - {text: ${30 + k} metres of path ${k} resurfaced in park ${i}, due: 2010-0${(k % 5) + 4}-15}\n`;
	if (i % 2) plan += '      - {text: Meeting of the friends of the park, due: 2012-01-31}\n';
	writeFileSync(join(folder, 'many', `plan-${String(i).padStart(3, '0')}.yaml`), plan);
}
writeFileSync(join(folder, 'many', 'twin.yaml'), readFileSync(join(folder, 'many', 'plan-000.yaml'), 'utf8').replace('Plan 0 of many', 'Twin plan'));
writeFileSync(join(folder, 'hostile.yaml'), hostile);
writeFileSync(join(folder, 'broken.yaml'), 'plan: {title: Broken plan\nkey_actions: [\n');

const pages = [
	make('poor', [example('local-delivery-poor')]),
	make('good', [example('local-delivery-good')]),
	make('several', ['local-delivery', 'three-year', 'programme', 'improvement', 'strategic'].map((kind) => example(`${kind}-poor`)), '--profile', 'research'),
	make('hostile', ['hostile.yaml', 'broken.yaml'], '--profile', 'research'),
	make('many', ['many']),
	make('swept', [example('strategic-poor'), 'many/plan-000.yaml', 'many/twin.yaml'], '--redact'),
];

// ---- in the browser

const browser = await driver.launch({ executablePath: chromium, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });

async function open(page, options, visit) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const tab = await context.newPage();
	const trouble = [];
	tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
	tab.on('pageerror', (error) => trouble.push(error.message));
	tab.on('dialog', (dialog) => { trouble.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
	tab.on('request', (request) => request.url() !== page.url && trouble.push(`request: ${request.url()}`));
	await tab.goto(page.url);
	await visit(tab);
	await context.close();
	return trouble;
}

async function violations(tab) {
	await tab.evaluate(axe);
	const result = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
	return result.violations.filter((one) => ['serious', 'critical', 'moderate'].includes(one.impact))
		.map((one) => `${one.impact} ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const visible = (tab, selector) => tab.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

// Headings go down one level at a time.
const skipped = (tab) => tab.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map((one) => [Number(one.tagName[1]), one.textContent])
	.filter(([level], i, list) => (i === 0 ? level !== 1 : level > list[i - 1][0] + 1)).map(([level, text]) => `h${level} ${text}`));

for (const page of pages) {
	for (const colorScheme of ['light', 'dark']) {
		let found = [];
		const trouble = await open(page, { colorScheme }, async (tab) => { found = await violations(tab); });
		none(trouble, `${page.name}, ${colorScheme}: nothing complains and nothing is fetched`);
		none(found, `${page.name}, ${colorScheme}: axe-core finds nothing to mend`);
	}
	await open(page, { javaScriptEnabled: false }, async (tab) => {
		ok(await visible(tab, '.f') === page.findings.length, `${page.name}: without script every finding is shown`);
		ok(await visible(tab, 'form') === 0, `${page.name}: without script no filters that would do nothing`);
	});
	await open(page, { viewport: { width: 320, height: 640 } }, async (tab) => {
		none(await tab.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 320.5
			&& getComputedStyle(one).position !== 'absolute').slice(0, 3).map((one) => one.outerHTML.slice(0, 200))), `${page.name}: nothing sticks out of a narrow screen`);
	});
	await open(page, {}, async (tab) => {
		none(await skipped(tab), `${page.name}: headings are in order`);
		none(await tab.locator('[id]').evaluateAll((all) => all.map((one) => one.id).filter((id, i, list) => list.indexOf(id) !== i)), `${page.name}: ids are unique`);
		none(await tab.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href'))
			.filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))), `${page.name}: links lead somewhere in the page`);
	});
}

// ---- on paper

const squeeze = (text) => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '');
for (const page of pages.filter((one) => one.name !== 'hostile' && one.name !== 'many')) {
	for (const javaScriptEnabled of [true, false]) {
		await open(page, { javaScriptEnabled, colorScheme: 'dark' }, async (tab) => {
			writeFileSync(join(folder, 'page.pdf'), await tab.pdf({ format: 'A4', preferCSSPageSize: true }));
			const paper = squeeze(execFileSync('pdftotext', ['-raw', 'page.pdf', '-'], { cwd: folder, encoding: 'utf8' }));
			const rules = await tab.locator('.rule p, .checked dt').evaluateAll((all) => all.map((one) => one.textContent));
			none([...new Set([...page.words, ...rules])].filter((words) => words && !paper.includes(squeeze(words))),
				`${page.name}: paper holds every message, advice and reason${javaScriptEnabled ? '' : ' without script'}`);
		});
	}
}

// ---- filters

const [poor, , several] = pages;
await open(several, {}, async (tab) => {
	const all = several.findings.length;
	const said = () => tab.locator('form output').textContent();
	const count = (test) => several.findings.filter(test).length;
	ok(await said() === `All ${all} findings are shown`, 'filters: at first everything is shown', await said());

	await tab.getByRole('checkbox', { name: 'Warnings' }).uncheck();
	await tab.getByRole('checkbox', { name: 'Info' }).uncheck();
	const errors = count((one) => one.severity === 'error');
	ok(await visible(tab, '.f') === errors && await said() === `${errors} of ${all} findings are shown`, 'filters: by severity', await said());
	ok(await visible(tab, '.it:not(:has(.f:not([hidden])))') === 0, 'filters: what has nothing left is gone');
	await tab.getByRole('button', { name: 'Show everything' }).click();
	await tab.waitForFunction((text) => document.querySelector('output').textContent === text, `All ${all} findings are shown`);
	ok(await visible(tab, '.f') === all, 'filters: everything again');

	await tab.getByLabel('Rule').selectOption('vague-milestone');
	ok(await visible(tab, '.f') === count((one) => one.rule === 'vague-milestone'), 'filters: by rule');
	await tab.getByLabel('Rule').selectOption('');
	await tab.getByLabel('Plan').selectOption('p1');
	ok(await visible(tab, '.f') === count((one) => one.path === several.findings[0].path), 'filters: by plan');
	await tab.getByLabel('Plan').selectOption('');
	await tab.getByLabel('Rule').selectOption('granular-step');
	const place = await tab.locator('.rel a:visible').first().getAttribute('href');
	const hidden = await tab.locator(place).isHidden();
	await tab.locator('.rel a:visible').first().click();
	await tab.locator(place).waitFor();
	ok(hidden && await tab.locator(`${place}:target`).count() === 1, 'filters: a link to a place they hide shows it');
	await tab.waitForFunction((text) => document.querySelector('output').textContent === text, `All ${all} findings are shown`);
	await tab.getByLabel('Words', { exact: true }).fill('CABINET');
	const words = await visible(tab, '.f');
	ok(words > 0 && words < all, 'filters: by words');
	await tab.getByLabel('Words', { exact: true }).fill('');
	const items = await visible(tab, '.it');
	await tab.getByLabel('Only what has findings').check();
	ok(await visible(tab, '.f') === all && await visible(tab, '.it') < items, 'filters: only what has findings');
	await tab.getByLabel('Words', { exact: true }).fill('no such words anywhere');
	ok(await said() === `0 of ${all} findings are shown`, 'filters: nothing fits');
});

// ---- keys

await open(poor, {}, async (tab) => {
	const wanted = await tab.locator('a[href], button, select, input, summary').evaluateAll((list) => list.filter((one) => one.checkVisibility()).length);
	const reached = new Set();
	let unseen = 0;
	for (let i = 0; i <= wanted + 2; i++) {
		await tab.keyboard.press('Tab');
		const [index, outline] = await tab.evaluate(() => {
			const here = document.activeElement;
			return [here === document.body ? -1 : [...document.querySelectorAll('*')].indexOf(here), getComputedStyle(here).outlineStyle];
		});
		if (index < 0) continue;
		reached.add(index);
		unseen += outline === 'none';
	}
	ok(reached.size === wanted, 'keys: Tab reaches everything', `${reached.size} of ${wanted}`);
	ok(unseen === 0, 'keys: what has the focus is outlined', unseen);
	await tab.locator('summary').first().focus();
	await tab.keyboard.press('Enter');
	ok(await tab.locator('details[open]').count() === 1, 'keys: Enter opens what is folded');
	await tab.locator('.tx a.n').first().focus();
	await tab.keyboard.press('Enter');
	ok(new URL(tab.url()).hash === '#f1' && await tab.locator('.f:target').count() === 1, 'keys: a mark leads to its finding');
});

await browser.close();
console.log(`1..${tests}`);
process.exit(failures ? 1 : 0);
