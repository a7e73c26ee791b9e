using CigHub.Domain.DueDiligence;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.DueDiligence;

/// <summary>Helpers for tests of due diligence: forms, and suppliers with some or all checks recorded by commands.</summary>
internal static class SampleDueDiligence
{
    public static VerificaFornitoreForm Form(string fornitore, TipoVerifica tipo = TipoVerifica.Fvoe, string? scadenza = null) => new()
    {
        Fornitore = fornitore,
        Tipo = tipo.ToString(),
        Chi = nameof(ChiVerifica.Cmrc),
        Esito = nameof(EsitoDueDiligence.Regolare),
        Giorno = "20/11/2026",
        Scadenza = scadenza,
    };

    /// <summary>Returns the codice fiscale of the first supplier of a Lotto of the catalogue.</summary>
    public static string Fornitore(this TestBench bench, int lotto = 0) => bench.Catalogo.Lotti[lotto].Fornitori[0].CodiceFiscale.Valore;

    /// <summary>Records a check of the Lotto, with a file. Returns its id.</summary>
    public static async Task<Guid> VerificatoSulLotto(
        this TestBench bench, TipoVerifica tipo = TipoVerifica.Fvoe, string? scadenza = null, int lotto = 0, ChosenFile? file = null)
    {
        var id = Guid.CreateVersion7();
        var comando = new RegistraVerificaLotto(bench.Catalogo.Lotti[lotto].Id, id, Form(bench.Fornitore(lotto), tipo, scadenza), file);
        await bench.Succeeds(comando, bench.ActorOf("amministratore"));
        return id;
    }

    /// <summary>Records a check of an Affidamento of Tivoli, as its RUP. Returns its id.</summary>
    public static async Task<Guid> VerificatoSu(
        this TestBench bench, Guid affidamento, TipoVerifica tipo = TipoVerifica.Fvoe, string? scadenza = null, ChosenFile? file = null)
    {
        var id = Guid.CreateVersion7();
        await bench.Succeeds(new RegistraVerificaAffidamento(affidamento, id, Form(bench.Fornitore(), tipo, scadenza), file));
        return id;
    }

    /// <summary>Records all checks of a Lotto. Those that expire end on the day.</summary>
    public static async Task TutteSulLotto(this TestBench bench, string scadenza, int lotto = 0)
    {
        foreach (var tipo in Enum.GetValues<TipoVerifica>())
        {
            await bench.VerificatoSulLotto(tipo, tipo is TipoVerifica.Durc or TipoVerifica.Antimafia ? scadenza : null, lotto);
        }
    }

    public static ChosenFile Documento() => SampleFiles.Scelto(nome: "durc.pdf");
}
