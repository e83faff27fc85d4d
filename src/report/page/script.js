// Filters. Without this everything is shown.
'use strict';
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const byName = (list) => [...new Map(list).entries()].sort((a, b) => (a[1] < b[1] ? -1 : 1));

function title(plan) {
	const heading = plan.querySelector('h3').cloneNode(true);
	for (const link of all('a.n', heading)) link.remove();
	return heading.textContent;
}

function filters(form) {
	const names = ['e', 'w', 'i'];
	const notes = all('.f').map((note) => ({
		note,
		severity: names.find((name) => note.classList.contains(name)),
		rule: note.dataset.r,
		plan: note.closest('article').id,
		link: document.getElementById('m' + note.id.slice(1)),
	}));

	function offer(name, choices) {
		const select = form.elements[name];
		for (const [value, label] of choices) select.append(new Option(label, value));
		select.closest('label').hidden = choices.length < 2;
	}

	// What is searched, once somebody searches.
	function words(one) {
		one.words ??= one.note.closest('.row').textContent.toLowerCase();
		return one.words;
	}

	// A mark, and the number of the finding behind it.
	const marks = all('.tx mark').map((mark) => {
		let link = mark.nextElementSibling;
		while (link && !link.matches('a.n')) link = link.nextElementSibling;
		return { mark, link };
	});

	function apply() {
		const severities = all('input[name=severity]:checked', form).map((box) => box.value);
		const { rule, plan, text, only } = form.elements;
		const wanted = text.value.trim().toLowerCase();
		let count = 0;
		for (const one of notes) {
			const fits = severities.includes(one.severity) && (!rule.value || one.rule === rule.value)
				&& (!plan.value || one.plan === plan.value) && (!wanted || words(one).includes(wanted));
			one.note.hidden = !fits;
			if (one.link) one.link.hidden = !fits;
			count += fits;
		}
		for (const { mark, link } of marks) mark.classList.toggle('off', Boolean(link && link.hidden));
		const narrow = only.checked || count < notes.length;
		const isEmpty = (element) => !element.querySelector('.f:not([hidden])');
		for (const list of all('.notes')) list.hidden = isEmpty(list);
		for (const item of all('.it, .plan')) item.hidden = narrow && isEmpty(item);
		for (const label of all('.items')) label.previousElementSibling.hidden = narrow && isEmpty(label);
		form.querySelector('output').textContent = count === notes.length ? `All ${count} findings are shown`
			: `${count} of ${notes.length} findings are shown`;
	}

	offer('rule', byName(notes.map((one) => [one.rule, one.rule])));
	offer('plan', all('article').filter((plan) => plan.querySelector('.f')).map((plan) => [plan.id, title(plan)]));
	for (const box of all('input[name=severity]', form)) box.closest('label').hidden = !notes.some((one) => one.severity === box.value);
	form.hidden = false;
	let wait;
	form.addEventListener('input', () => {
		clearTimeout(wait);
		if (notes.length > 500) wait = setTimeout(apply, 250);
		else apply();
	});
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('reset', () => setTimeout(apply));
	// A link to something that a filter hides shows everything again.
	addEventListener('hashchange', () => {
		const target = document.getElementById(location.hash.slice(1));
		if (!target || !target.closest('[hidden]')) return;
		form.reset();
		setTimeout(() => target.scrollIntoView());
	});
	apply();
}

const form = document.getElementById('filters');
if (form) filters(form);

let closed = [];
addEventListener('beforeprint', () => {
	closed = all('details:not([open])');
	for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
	for (const details of closed) details.open = false;
});
