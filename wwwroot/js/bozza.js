// The AD4 editor's texts that the server has not acknowledged: a crash in the middle of a word loses nothing.
import { forget, read, write } from './unsent.js';

const place = id => `scheda:${id}`;
// What the server held of each field before it was typed into.
const prima = new Map();

// Starts listening and returns what an earlier visit of the same person left behind.
export function avvia(radice, person, id, version) {
  const rimasti = read(person, place(id));
  prima.clear();
  const campo = e => e.target?.dataset?.campo && e.target.type !== 'radio' ? e.target.dataset.campo : null;
  radice.addEventListener('focusin', e => { if (campo(e)) prima.set(campo(e), e.target.value); }, true);
  // Captured, so that it is kept before anything else can go wrong; choices from a list are acknowledged at once.
  radice.addEventListener('input', e => {
    const percorso = campo(e);
    if (!percorso) return;
    const testi = read(person, place(id));
    const era = testi[percorso]?.was ?? prima.get(percorso) ?? '';
    const sent = testi[percorso]?.sent ?? [];
    write(person, place(id), { ...testi, [percorso]: { text: e.target.value, at: new Date().toISOString(), was: era, sent, version } });
  }, true);
  // This text leaves for the server: it may be saved there although its acknowledgement never comes.
  radice.addEventListener('change', e => {
    const testi = read(person, place(id));
    const testo = testi[campo(e)];
    if (!testo) return;
    testo.sent = [...testo.sent ?? [], testo.text];
    write(person, place(id), testi);
  }, true);
  radice.dataset.keepsText = '';
  removeEventListener('keydown', prossimo);
  addEventListener('keydown', prossimo);
  return rimasti;
}

// The server has these texts and now holds those values: forget what it has, and note the value under what was typed meanwhile.
export function conferma(person, id, testi, valori) {
  const rimasti = read(person, place(id));
  for (const [percorso, testo] of Object.entries(testi)) {
    prima.set(percorso, valori[percorso] ?? '');
    const campo = document.querySelector(`[data-campo="${CSS.escape(percorso)}"]`);
    if (!rimasti[percorso]) continue;
    if (rimasti[percorso].text === (testo ?? '') || campo?.getAttribute('role') === 'combobox') delete rimasti[percorso];
    else Object.assign(rimasti[percorso], { was: valori[percorso] ?? '', sent: [] });
  }
  write(person, place(id), rimasti);
}

export const scarta = (person, id, percorsi) => forget(person, place(id), percorsi);

// F8, in a field too: the next thing to put right, and when nothing is left the main command.
function prossimo(e) {
  if (e.key !== 'F8' || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey || document.querySelector('dialog[open]')) return;
  const barra = document.querySelector('.barra-scheda');
  const bottone = barra?.querySelector('[data-prossimo]');
  if (!barra) return;
  e.preventDefault();
  // The field that is left gives up its text first: what comes next depends on it.
  document.activeElement?.blur();
  if (bottone) bottone.click();
  else barra.querySelector('.mud-button-filled:not(:disabled)')?.focus();
}

export function fuoco(idElemento) {
  const campo = document.getElementById(idElemento) ?? document.querySelector(`[id^="${CSS.escape(idElemento)}-"]`);
  campo?.closest('details')?.setAttribute('open', '');
  const dove = campo?.matches('fieldset') ? campo.querySelector('input') : campo;
  dove?.scrollIntoView({ block: 'center' });
  dove?.focus();
}
