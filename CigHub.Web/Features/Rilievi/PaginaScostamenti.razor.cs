using CigHub.Domain.Rilievi;
using CigHub.Web.Features.Rilievi.Elenco;

namespace CigHub.Web.Features.Rilievi;

/// <summary>The Auditors' page of rilievi about the controls.</summary>
public sealed partial class PaginaScostamenti
{
    protected override FamigliaRilievi Famiglia => FamigliaRilievi.Controlli;

    protected override async Task LoadAsync() => Rilievi = await Read<ListaScostamenti, RilieviView>(async q => await q.Run(Filter));
}
