using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.NuovoRup;

/// <summary>The page that makes a person, new or known, the RUP of an Ente in one act.</summary>
public sealed partial class PaginaNuovoRup
{
    private static readonly Error _nobody = new("rup.senza-persona", "Scegli la persona, oppure «Una persona nuova».", nameof(NuovoRupForm.Chi));

    private readonly Guid _personaId = Guid.CreateVersion7();
    private readonly Guid _ruoloId = Guid.CreateVersion7();

    [Parameter]
    public Guid Id { get; set; }

    private EntePerRup? Ente { get; set; }

    private NuovoRupForm Form { get; } = new();

    private IReadOnlyList<(string Codice, string Parola)> Persone => [(NuovoRupForm.UnaNuova, "Una persona nuova"), .. Ente!.Persone];

    protected override async Task LoadAsync()
    {
        Ente = await Read<PreparaRup, EntePerRup>(q => q.Run(Id));
        Form.Ruolo.Dal ??= Ente is null ? null : RomeTime.Text(Ente.Oggi);
    }

    private async Task Aggiungi()
    {
        var chi = Guid.TryParse(Form.Chi, out var scelta) ? scelta : Form.Nuova ? _personaId : (Guid?)null;
        if (chi is not { } persona)
        {
            ActErrors = [_nobody];
            return;
        }

        await ActAndGoOn(new AggiungiRup(Id, persona, _ruoloId, Form), OfficeOutcomeWords.RupAggiunto, AppRoutes.EnteDi(Id));
    }
}
