using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Shows the portal's steps for an open operation, in the portal's words. The user copies the new values from here, compares them with the
/// old ones, and checks them again before sending.
/// </summary>
public sealed partial class GuidaOperazione
{
    private const string Nessuno = "nessuno";

    private readonly HashSet<string> _read = [];

    [Inject]
    public required RichiesteSenzaEsito Richieste { get; init; }

    [Parameter, EditorRequired]
    public required OperazionePortale Operazione { get; set; }

    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    private string Title => $"guida-{Operazione.Tipo}";

    private bool Sostituzione => Operazione.Tipo == TipoOperazione.SostituzioneRup;

    private Aggiudicazione? Aggiudicazione => Details.Affidamento.Aggiudicazioni.FirstOrDefault(a => a.Id == Operazione.AggiudicazioneId);

    private string Cig => Aggiudicazione?.CigDerivato?.Valore ?? Details.Affidamento.CigDerivati;

    /// <summary>
    /// The amount by which the correction exceeds the Residuo of the Lotto. Null when it does not exceed the Residuo, or when the operation
    /// corrects no amount.
    /// </summary>
    private Importo? Eccede =>
        Operazione.Dati is { Importo: { } ora, ImportoPrima: { } prima } && ora - prima is var differenza
            && differenza > Importo.Zero && differenza > Details.Capienza.Residuo
            ? differenza - (Details.Capienza.Residuo > Importo.Zero ? Details.Capienza.Residuo : Importo.Zero)
            : null;

    /// <summary>Says whether ANAC may refuse this CM1, because an amount is below the one from which it accepts it.</summary>
    private bool Incerta => Operazione.Tipo == TipoOperazione.Modifica && Aggiudicazione is { } adesione
        && Affidamento.ModificaIncerta(adesione, Operazione.Dati.Importo);

    /// <summary>The steps of this operation, from the percorso with which the Affidamento's request began.</summary>
    private IReadOnlyList<PassoPortale> Passi => SeguitoDelPercorso.PassiDellaFase(
        Details.Percorso,
        Operazione.Tipo switch
        {
            TipoOperazione.Modifica => FaseDelSeguito.Modifica,
            TipoOperazione.Annullamento => FaseDelSeguito.Annullamento,
            _ => FaseDelSeguito.SostituzioneRup,
        });

    /// <summary>Returns the values of a step, with the portal's captions. A value that this operation does not have is left out.</summary>
    private IReadOnlyList<(string Nome, string Ora, string? Prima)> Values(PassoPortale passo) =>
        [.. passo.Valori.SelectMany(v => Valori(v.Percorso).Where(x => x.Ora.Length > 0).Select(x => (v.Didascalia, x.Ora, x.Prima)))];

    private IEnumerable<(string Ora, string? Prima)> Valori(string percorso) => percorso switch
    {
        SeguitoDelPercorso.RegistroDiSistema => [(Details.Affidamento.Portale.RegistroDiSistema, null)],
        SeguitoDelPercorso.Titolo => [(Details.Affidamento.TitoloDocumento, null)],
        SeguitoDelPercorso.Cig => [(Cig, null)],
        SeguitoDelPercorso.Importo when Operazione.Dati is { Importo: { } ora, ImportoPrima: { } prima } => [(ora.ToString(), prima.ToString())],
        SeguitoDelPercorso.Cup when Operazione.Tipo == TipoOperazione.Modifica => Cup.Select(c => (c, (string?)CupPrima)),
        SeguitoDelPercorso.Motivo when !Sostituzione => [(OperazionePortale.ErrataComunicazione, null)],
        SeguitoDelPercorso.CodiceFiscaleRup when Sostituzione => [(Nuovo?.CodiceFiscale ?? "", null)],
        SeguitoDelPercorso.NomeRup when Sostituzione => [(Nuovo?.Nome ?? "", Details.Name(Operazione.Dati.RupPrecedenteId))],
        SeguitoDelPercorso.Atto when Operazione.Dati is { NumeroAtto: { } numero, DataAtto: { } data } => [($"n. {numero} del {RomeTime.Text(data)}", null)],
        SeguitoDelPercorso.Decorrenza when Operazione.Dati.Decorrenza is { } dal => [(RomeTime.Text(dal), null)],
        _ => [],
    };

    private IReadOnlyList<(string Nome, string Testo)> DaRileggere => Operazione.Tipo switch
    {
        TipoOperazione.Modifica =>
            [("CIG Derivato", Cig), ("Importo Appalto", Operazione.Dati.Importo!.Value.ToString("E", null)), ("CUP", string.Join(", ", Cup))],
        TipoOperazione.Annullamento => [("CIG Derivato", Cig), ("Titolo documento", Details.Affidamento.TitoloDocumento)],
        _ => [("Titolo documento", Details.Affidamento.TitoloDocumento), ("Nuovo RUP", Nuovo?.Nome ?? "")],
    };

    private RupInGioco? Nuovo => Details.Persona(Operazione.Dati.NuovoRupId);

    private IReadOnlyList<string> Cup => Operazione.Dati.Cup is { Count: > 0 } cup ? [.. cup.Select(c => c.Valore)] : [Nessuno];

    private string CupPrima => Operazione.Dati.CupPrima is { Count: > 0 } cup ? string.Join(", ", cup) : Nessuno;

    private void Tick(string nome, ChangeEventArgs e)
    {
        if (e.Value is true)
        {
            _read.Add(nome);
        }
        else
        {
            _read.Remove(nome);
        }
    }
}
