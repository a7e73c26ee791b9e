using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>
/// The page on which a new version of the percorso del portale is edited and previewed. The unpublished text is kept for the user between
/// visits.
/// </summary>
public sealed partial class PaginaNuovoPercorso
{
    private VersionePercorso? _inVigore;

    [Inject]
    public required PersonalChoices Scelte { get; init; }

    [Inject]
    public required PreferenceGuard Guard { get; init; }

    private PercorsoForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        var versioni = await Read<StoriaPercorso, IReadOnlyList<VersionePercorso>>(async q => await q.Run());
        _inVigore = versioni is [var prima, ..] ? prima : null;
        Form = _inVigore is null
            ? null
            : PercorsoForm.DaTesto(await Scelte.Read(User!.Actor.PersonaId, PreferenceKey.PathDraft), _inVigore.Versione)
                ?? PercorsoForm.From(_inVigore);
    }

    private async Task Tieni()
    {
        var kept = true;
        var esito = await Guard.Own(
            User!.Actor,
            Permission.GestisciPercorso,
            async own => kept = await Scelte.Remember(own, PreferenceKey.PathDraft, Form!.Text()));
        ActErrors = kept
            ? esito.Errors
            : [new Error(
                "percorso.bozza-lunga",
                "La bozza è troppo lunga per essere conservata: accorcia i testi dei passi, o pubblica prima di uscire.")];
    }

    private Task Note(string nota)
    {
        Form!.Nota = nota;
        return Tieni();
    }

    private Task SpostaPasso(int da, int verso)
    {
        PercorsoForm.Sposta(Form!.Passi, da, verso);
        return Tieni();
    }

    private Task TogliPasso(int quale)
    {
        Form!.Passi.RemoveAt(quale);
        return Tieni();
    }

    private Task AggiungiPasso(Domain.Affidamenti.FaseDelSeguito? fase)
    {
        // The new step goes before the last one of its phase, which ends it.
        Form!.Passi.Insert(Math.Max(0, Form.Passi.FindLastIndex(p => p.Fase == fase)), new PassoForm { Fase = fase });
        return Tieni();
    }

    private Task StartOver()
    {
        (Form, ActErrors) = (PercorsoForm.From(_inVigore!), []);
        return Tieni();
    }

    private Task Pubblica() => ActAndGoOn(
        new PubblicaPercorso(Guid.CreateVersion7(), Form!.Versione, Form.Read(), Form.Nota),
        OfficeOutcomeWords.PercorsoPubblicato,
        AppRoutes.PercorsoPortale);
}
