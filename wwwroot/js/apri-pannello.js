// Opens the panel so that it stays in sight beside the portal: in a window that stays on top where the browser has it, in a window of its own
// otherwise. The window on top holds a page of ours in a frame, because parts of this page moved there would hear no click.
export function collega(bottone, componente) {
  const di = (metodo, ...dati) => componente.invokeMethodAsync(metodo, ...dati).catch(() => { /* the circuit is away: nothing to show */ });
  bottone.addEventListener('click', async () => {
    const indirizzo = bottone.dataset.indirizzo;
    if (await sopraTutto(indirizzo, () => di('Chiuso'))) return di('Aperto');
    const finestra = open(indirizzo, 'cighub-pannello', 'popup,width=460,height=760');
    if (!finestra) return di('Impedito');
    finestra.focus();
    return di('Aperto');
  });
}

async function sopraTutto(indirizzo, chiuso) {
  if (!window.documentPictureInPicture) return false;
  try {
    const finestra = await documentPictureInPicture.requestWindow({ width: 460, height: 760 });
    const documento = finestra.document;
    documento.documentElement.lang = 'it';
    documento.title = 'Pannello di compilazione – CigHub';
    documento.body.style.margin = '0';
    const quadro = documento.createElement('iframe');
    quadro.title = 'Pannello di compilazione';
    quadro.src = new URL(indirizzo, document.baseURI).href;
    quadro.allow = 'clipboard-read; clipboard-write';
    Object.assign(quadro.style, { border: '0', width: '100%', height: '100vh', display: 'block' });
    documento.body.append(quadro);
    finestra.addEventListener('pagehide', chiuso);
    return true;
  } catch {
    return false; // Refused, by a policy or the person: a window of its own.
  }
}
