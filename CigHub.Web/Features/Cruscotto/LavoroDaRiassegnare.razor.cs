using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Security;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>On the Cruscotto of who may hand over: the open work of people who are no longer RUP of the Ente.</summary>
public sealed partial class LavoroDaRiassegnare
{
    private IReadOnlyList<LavoroDi>? Lavori { get; set; }

    protected override async Task Carica() =>
        Lavori = Utente!.Puo(Permission.RiassegnaAffidamenti) ? await Leggi<LavoroSenzaRup, IReadOnlyList<LavoroDi>>(async q => await q.Esegui(Utente!.Attore)) : null;
}
