using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Security;

namespace CigHub.Tests.Features.Persone;

/// <summary>Correctly filled rows of the two sheets by which an office begins.</summary>
internal static class SampleRows
{
    public static readonly string Sha = new('a', 64);

    public static RigaAnagrafe Ente(int numero = 900, int riga = 3)
    {
        var form = SampleAnagrafe.Ente(numero);
        return new RigaAnagrafe
        {
            Riga = riga,
            Testi =
            {
                [nameof(EnteForm.Denominazione)] = form.Denominazione!,
                [nameof(EnteForm.CodiceFiscale)] = form.CodiceFiscale!,
                [nameof(EnteForm.PartitaIva)] = form.PartitaIva!,
                [nameof(EnteForm.CodiceIpa)] = form.CodiceIpa!,
                [nameof(EnteForm.CodiceAusa)] = form.CodiceAusa!,
                [nameof(EnteForm.Pec)] = form.Pec!,
                [nameof(EnteForm.Indirizzo)] = form.Indirizzo!,
                [nameof(EnteForm.Cap)] = form.Cap!,
                [nameof(EnteForm.Citta)] = form.Citta!,
                [nameof(EnteForm.Provincia)] = form.Provincia!,
                [nameof(EnteForm.Luogo)] = form.Luogo!,
                [AnagrafeSheet.CostCentreCode] = form.CentriDiCosto[0].Codice!,
                [AnagrafeSheet.CostCentreName] = form.CentriDiCosto[0].Denominazione!,
            },
        };
    }

    /// <summary>Returns the row of a new person with a role at the Ente that has the code. A RUP comes with an atto di nomina.</summary>
    public static RigaAnagrafe Persona(string ente, Ruolo ruolo = Ruolo.Rup, int riga = 3)
    {
        var form = SampleAnagrafe.Persona();
        var fatta = new RigaAnagrafe
        {
            Riga = riga,
            Testi =
            {
                [nameof(PersonaForm.Cognome)] = form.Cognome!,
                [nameof(PersonaForm.Nome)] = form.Nome!,
                [nameof(PersonaForm.CodiceFiscale)] = form.CodiceFiscale!,
                [nameof(PersonaForm.NomeUtente)] = form.NomeUtente!,
                [nameof(PersonaForm.Email)] = form.Email!,
                [nameof(PersonaForm.Telefono)] = form.Telefono!,
                [nameof(RuoloForm.Ruolo)] = ruolo.Name(),
                [nameof(RuoloForm.Ente)] = ente,
                [nameof(RuoloForm.Dal)] = SampleAnagrafe.Oggi,
            },
        };
        return ruolo == Ruolo.Rup ? fatta.WithAct() : fatta;
    }

    public static RigaAnagrafe WithAct(this RigaAnagrafe riga) => riga
        .With(nameof(RuoloForm.TipoAtto), "decreto").With(nameof(RuoloForm.NumeroAtto), "12")
        .With(nameof(RuoloForm.DataAtto), "20/11/2026").With(nameof(RuoloForm.EmanatoDa), "Sindaco");

    public static RigaAnagrafe With(this RigaAnagrafe riga, string campo, string testo)
    {
        riga.Correggi(campo, testo);
        return riga;
    }
}
