// Gives the user a file that the server streams.
export async function scarica(nome, flusso) {
  const indirizzo = URL.createObjectURL(new Blob([await flusso.arrayBuffer()]));
  const legame = document.createElement('a');
  legame.href = indirizzo;
  legame.download = nome;
  legame.click();
  URL.revokeObjectURL(indirizzo);
}
