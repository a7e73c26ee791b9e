using CigHub.Domain.Rilievi;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Rilievi;

/// <summary>The managers' page of rilievi about the spending. An Auditor only reads it.</summary>
public sealed partial class PaginaDaVerificare
{
    protected override FamigliaRilievi Famiglia => FamigliaRilievi.Spesa;

    protected override async Task LoadAsync()
    {
        var conEventi = User!.May(Permission.LeggiRegistro);
        Rilievi = await Read<ListaRilievi, RilieviView>(async q => await q.Run(Filter, conEventi));
    }
}
