// Runs before the first paint, as a plain script: picks the palette (class «scuro» on <html>) that the person chose,
// else the system's. Works without a circuit, on static pages too.
(() => {
  const chiave = 'cighub:tema';
  const radice = document.documentElement;
  const sistemaScuro = matchMedia('(prefers-color-scheme: dark)');

  // Storage may be forbidden (private windows): then the system decides.
  const scelto = () => { try { return localStorage.getItem(chiave); } catch { return null; } };
  const ricorda = tema => { try { tema ? localStorage.setItem(chiave, tema) : localStorage.removeItem(chiave); } catch { /* not remembered */ } };

  function applica() {
    const scuro = (scelto() ?? (sistemaScuro.matches ? 'scuro' : 'chiaro')) === 'scuro';
    if (radice.classList.contains('scuro') !== scuro) {
      radice.classList.toggle('scuro', scuro);
    }
  }

  applica();
  sistemaScuro.addEventListener('change', applica);
  addEventListener('storage', e => { if (e.key === chiave) applica(); });
  // Blazor's enhanced navigation copies the attributes of the new document onto this one, and the class with them.
  new MutationObserver(applica).observe(radice, { attributes: true, attributeFilter: ['class'] });
  document.addEventListener('click', e => {
    if (!e.target.closest?.('[data-cambia-tema]')) return;
    const scuro = !radice.classList.contains('scuro');
    // Choosing what the system already shows means following the system again.
    ricorda(scuro === sistemaScuro.matches ? null : scuro ? 'scuro' : 'chiaro');
    applica();
  });
})();
