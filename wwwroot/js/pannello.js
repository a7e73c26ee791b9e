// The panel beside the portal. Copying, the tick and the step to the next value happen here, in the click or key itself: a browser grants the
// clipboard for that moment only, and a lost connection must not stop the hand. The server is told afterwards, as soon as it answers.
import { copia } from './copia.js';
import { spente } from './scorciatoie.js';

const conserva = 'cighub:pannello:';
let senzaServer = false;

export function collega(radice, componente) {
  radice.addEventListener('click', async e => {
    const bottone = e.target.closest?.('[data-copia]');
    if (!bottone) return;
    const riuscito = await copia(bottone);
    annuncia(radice, bottone, riuscito);
    if (!riuscito) return;
    const riga = bottone.closest('li');
    const eraDaCopiare = riga.dataset.copiato !== 'true';
    riga.dataset.copiato = 'true';
    if (eraDaCopiare && bottone.closest('[data-percorso]')) fuocoSuccessivo(radice);
    tieni(radice, bottone.dataset.chiave);
    await manda(radice, componente);
  });
  // A code that was pasted is confirmed with Enter; a new line has no meaning there.
  radice.addEventListener('keydown', e => {
    if (e.key === 'Enter' && !e.shiftKey && e.target.matches?.('#cig-incollato')) {
      e.preventDefault();
      e.target.form.requestSubmit();
    }
  });
  addEventListener('keydown', e => {
    if (e.key.toLowerCase() !== 'c' || e.ctrlKey || e.metaKey || e.altKey || spente() || e.target.closest?.('input, textarea, select, dialog')) return;
    const prossimo = primoDaCopiare(radice);
    if (prossimo) { e.preventDefault(); prossimo.click(); }
  });
  document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', e => {
    senzaServer = e.detail.state !== 'hide';
    manda(radice, componente);
  });
}

// Where the panel comes to a new place. What was copied while the server was away is told now.
export function mettiFuoco(radice, componente, id) {
  radice.dataset.affidamento = id;
  manda(radice, componente);
  const scelto = daFocalizzare(radice);
  scelto.focus();
  // The place may be drawn before its part is ready: what comes first then is still disabled, or not there yet. The choice is made again as
  // long as the user has not moved the focus.
  inAttesa?.disconnect();
  inAttesa = new MutationObserver(() => {
    if (document.activeElement !== scelto && document.activeElement !== document.body) { inAttesa.disconnect(); return; }
    const adesso = daFocalizzare(radice);
    if (adesso === scelto || adesso.matches('h1')) return;
    inAttesa.disconnect();
    adesso.focus();
  });
  inAttesa.observe(radice, { subtree: true, childList: true, attributeFilter: ['disabled'] });
}

let inAttesa;

const daFocalizzare = radice =>
  [primoDaCopiare(radice), ...inOrdine.map(cosa => radice.querySelector(cosa))].find(e => e) ?? radice.querySelector('h1');

// In a series what comes next goes before what may wait (a request whose outcome is not known).
const inOrdine = ['[data-primo]:not(:disabled)', '[data-avanti]:not(:disabled)', '#cig-incollato'];

const primoDaCopiare = radice => radice.querySelector('[data-percorso] li[data-copiato="false"] [data-copia]');

function fuocoSuccessivo(radice) {
  (primoDaCopiare(radice) ?? radice.querySelector('[data-avanti]'))?.focus();
}

function annuncia(radice, bottone, riuscito) {
  const restano = radice.querySelectorAll('[data-percorso] li[data-copiato="false"]').length - (bottone.closest('li').dataset.copiato === 'true' ? 0 : 1);
  radice.querySelector('[data-annuncio]').textContent = riuscito
    ? `Copiato: ${bottone.dataset.nome}. ${restano > 0 ? `Ne ${restano === 1 ? 'resta' : 'restano'} ${restano}.` : 'Copiati tutti.'}`
    : 'Il browser non permette di copiare: seleziona il valore e premi Ctrl+C.';
  bottone.closest('li').classList.toggle('copia-fallita', !riuscito);
}

const chiaveDi = radice => conserva + radice.dataset.affidamento;

function leggi(radice) {
  try { return JSON.parse(sessionStorage.getItem(chiaveDi(radice)) ?? '[]'); } catch { return []; }
}

function scrivi(radice, chiavi) {
  try {
    chiavi.length ? sessionStorage.setItem(chiaveDi(radice), JSON.stringify(chiavi)) : sessionStorage.removeItem(chiaveDi(radice));
  } catch { /* not kept */ }
}

function tieni(radice, chiave) {
  const chiavi = leggi(radice);
  if (!chiavi.includes(chiave)) scrivi(radice, [...chiavi, chiave]);
}

async function manda(radice, componente) {
  if (senzaServer) return;
  for (const chiave of leggi(radice)) {
    try {
      await componente.invokeMethodAsync('Copiato', chiave);
      scrivi(radice, leggi(radice).filter(c => c !== chiave));
    } catch {
      return; // The circuit is away: told when it is back.
    }
  }
}
