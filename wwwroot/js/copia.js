// Copies a value to the clipboard in the click itself, in this document: no journey to the server, so it works as soon as the button is seen,
// while the connection is away, and within the time in which a browser grants the clipboard. The server is told afterwards.
// The panel beside the portal listens to its own buttons (data-copia) and uses copia alone.
addEventListener('click', async e => {
  const bottone = e.target.closest?.('[data-testo]:not([data-copia])');
  if (!bottone) return;
  bottone.copied = await copia(bottone);
  bottone.toggleAttribute('data-copiato', bottone.copied);
  bottone.dispatchEvent(new CustomEvent('copied', { detail: bottone.copied }));
});

// Tells the component of a copy button what became of each click, also of one that came before the component was there.
export function collega(bottone, componente) {
  const di = async riuscito => {
    try {
      await componente.invokeMethodAsync('EsitoCopia', riuscito);
    } catch {
      // The circuit is away: the value is in the clipboard all the same.
    }
  };
  bottone.addEventListener('copied', e => di(e.detail));
  if (bottone.copied !== undefined) di(bottone.copied);
}

// Returns true when the text is in the clipboard.
export async function copia(bottone) {
  const testo = bottone.dataset.testo;
  try {
    await navigator.clipboard.writeText(testo);
    return true;
  } catch {
    // No permission, or an address without HTTPS: the old way, through a selection.
    const area = document.createElement('textarea');
    area.value = testo;
    area.className = 'solo-lettore';
    area.tabIndex = -1;
    bottone.parentElement.append(area);
    area.select();
    const riuscito = document.execCommand('copy');
    area.remove();
    bottone.focus();
    return riuscito;
  }
}
