// Copies in the click itself, in this document: no journey to the server, so it works while the connection is away and
// within the time in which a browser grants the clipboard. The server is told afterwards.
export function collega(bottone, componente) {
  bottone.addEventListener('click', async () => {
    const riuscito = await copia(bottone);
    bottone.toggleAttribute('data-copiato', riuscito);
    try {
      await componente.invokeMethodAsync('EsitoCopia', riuscito);
    } catch {
      // The circuit is away: the value is in the clipboard all the same.
    }
  });
}

// True: the text is in the clipboard.
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
