// Keyboard shortcuts and the two windows that go with them. Single letters can be switched off (WCAG 2.1.4), and never act while somebody types.
const chiave = 'cighub:scorciatoie-spente';
export const spente = () => { try { return localStorage.getItem(chiave) === 'si'; } catch { return false; } };
const ricorda = s => { try { s ? localStorage.setItem(chiave, 'si') : localStorage.removeItem(chiave); } catch { /* not remembered */ } };
let dopoG = 0;

const apri = id => {
  const finestra = document.getElementById(id);
  if (!finestra || finestra.open || document.querySelector('dialog[open]')) return false;
  const spunta = finestra.querySelector('[data-scorciatoie-attive]');
  if (spunta) spunta.checked = !spente();
  finestra.showModal();
  finestra.querySelector('input[type="text"]')?.select();
  return true;
};
const chiudi = () => document.querySelectorAll('dialog[data-finestra][open]').forEach(f => f.close());
const scrive = e => e.target.closest?.('input, textarea, select, [contenteditable="true"], dialog');

addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k') {
    if (apri('vai-a')) e.preventDefault();
    return;
  }
  const esiti = e.target.closest?.('#vai-a');
  if (esiti && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
    scorri(esiti, e.key === 'ArrowDown' ? 1 : -1);
    e.preventDefault();
    return;
  }
  if (spente() || e.ctrlKey || e.metaKey || e.altKey || scrive(e)) return;
  if (e.key === '?') {
    if (apri('scorciatoie')) e.preventDefault();
  } else if (e.key.toLowerCase() === 'g') {
    dopoG = e.timeStamp;
  } else if (dopoG && e.timeStamp - dopoG < 1500) {
    dopoG = 0;
    document.querySelector(`[data-scorciatoia="${CSS.escape(e.key.toLowerCase())}"]`)?.click();
  }
});

// From the box to the results and back.
function scorri(finestra, verso) {
  const tappe = [finestra.querySelector('input'), ...finestra.querySelectorAll('.finestra-esiti a')];
  const ora = tappe.indexOf(document.activeElement);
  tappe[Math.min(Math.max(ora + verso, 0), tappe.length - 1)]?.focus();
}

addEventListener('click', e => {
  const bottone = e.target.closest?.('[data-apri]');
  if (bottone) apri(bottone.dataset.apri);
  else if (e.target.closest?.('[data-chiudi], .finestra-esiti a')) chiudi();
  else if (e.target.matches?.('dialog[data-finestra]')) e.target.close();
});
addEventListener('change', e => { if (e.target.matches?.('[data-scorciatoie-attive]')) ricorda(!e.target.checked); });
// Whoever presses Enter in the box is led away by the server: the window must not stay in front of the new page.
let dove = location.href;
new MutationObserver(() => {
  if (location.href === dove) return;
  dove = location.href;
  chiudi();
}).observe(document.documentElement, { childList: true, subtree: true });
