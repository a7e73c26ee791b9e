using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>Page where a new version of the portal's path is edited, with a preview. The text is saved for the user between visits.</summary>
public sealed partial class PaginaNuovoPercorso
{
    private VersionePercorso? _inVigore;

    [Inject]
    public required PersonalChoices Scelte { get; init; }

    [Inject]
    public required PreferenceGuard Guard { get; init; }

    private PercorsoForm? Modulo { get; set; }

    protected override async Task Carica()
    {
        var versioni = await Leggi<StoriaPercorso, IReadOnlyList<VersionePercorso>>(async q => await q.Esegui());
        _inVigore = versioni is [var prima, ..] ? prima : null;
        Modulo = _inVigore is null
            ? null
            : PercorsoForm.DaTesto(await Scelte.Leggi(Utente!.Attore.PersonaId, PreferenceKey.PathDraft), _inVigore.Versione)
                ?? PercorsoForm.Da(_inVigore);
    }

    private async Task Tieni()
    {
        var kept = true;
        var esito = await Guard.Own(
            Utente!.Attore,
            Permission.GestisciPercorso,
            async own => kept = await Scelte.Ricorda(own, PreferenceKey.PathDraft, Modulo!.Testo()));
        ActErrors = kept
            ? esito.Errors
            : [new Error(
                "percorso.bozza-lunga",
                "La bozza è troppo lunga per essere conservata: accorcia i testi dei passi, o pubblica prima di uscire.")];
    }

    private Task Annota(string nota)
    {
        Modulo!.Nota = nota;
        return Tieni();
    }

    private Task SpostaPasso(int da, int verso)
    {
        PercorsoForm.Sposta(Modulo!.Passi, da, verso);
        return Tieni();
    }

    private Task TogliPasso(int quale)
    {
        Modulo!.Passi.RemoveAt(quale);
        return Tieni();
    }

    private Task AggiungiPasso()
    {
        // The new step goes before the last one, which waits for the CIG.
        Modulo!.Passi.Insert(Math.Max(0, Modulo.Passi.Count - 1), new PassoForm());
        return Tieni();
    }

    private Task Ricomincia()
    {
        (Modulo, ActErrors) = (PercorsoForm.Da(_inVigore!), []);
        return Tieni();
    }

    private Task Pubblica() => ActAndGoOn(
        new PubblicaPercorso(Guid.CreateVersion7(), Modulo!.Versione, Modulo.Leggi(), Modulo.Nota),
        OfficeOutcomeWords.PercorsoPubblicato,
        AppRoutes.PercorsoPortale);
}
