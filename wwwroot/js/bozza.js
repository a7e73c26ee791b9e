// Keeps in this browser what was typed and not yet acknowledged by the server: a crash in the middle of a word loses nothing.
const chiave = id => `cighub:bozza:${id}`;
const leggi = id => { try { return JSON.parse(localStorage.getItem(chiave(id)) ?? '{}'); } catch { return {}; } };
const scrivi = (id, testi) => Object.keys(testi).length ? localStorage.setItem(chiave(id), JSON.stringify(testi)) : localStorage.removeItem(chiave(id));

// Starts listening and gives what an earlier visit left behind.
export function avvia(radice, id) {
    const rimasti = leggi(id);
    const ricorda = e => {
        const percorso = e.target?.dataset?.campo;
        if (percorso && e.target.type !== 'radio') {
            scrivi(id, { ...leggi(id), [percorso]: e.target.value });
        }
    };
    // Captured, so that it is kept before anything else can go wrong; choices from a list are acknowledged at once.
    radice.addEventListener('input', ricorda, true);
    return rimasti;
}

// The server has these texts: forget them, unless something else was typed meanwhile.
export function conferma(id, testi) {
    const rimasti = leggi(id);
    for (const [percorso, testo] of Object.entries(testi)) {
        const campo = document.querySelector(`[data-campo="${CSS.escape(percorso)}"]`);
        if (rimasti[percorso] === (testo ?? '') || campo?.getAttribute('role') === 'combobox') {
            delete rimasti[percorso];
        }
    }
    scrivi(id, rimasti);
}

export const scarta = id => localStorage.removeItem(chiave(id));

export function fuoco(idElemento) {
    const campo = document.getElementById(idElemento);
    campo?.closest('details')?.setAttribute('open', '');
    const dove = campo?.matches('fieldset') ? campo.querySelector('input') : campo;
    dove?.scrollIntoView({ block: 'center' });
    dove?.focus();
}
