using CigHub.Web.Features.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The list as a sheet: the portal's columns, typed.</summary>
public static class FoglioAffidamenti
{
    public const string Nome = "Dati";

    private static readonly ColonnaScritta<RigaElenco>[] Prima =
    [
        new("Registro di Sistema", TipoColonna.Testo, 18, r => r.RegistroDiSistema),
        new("Titolo documento", TipoColonna.Testo, 48, r => r.Titolo),
        new("Oggetto", TipoColonna.Testo, 48, r => r.Oggetto),
        new("Importo Appalto", TipoColonna.Importo, 18, r => r.Importo.InEuro),
        new("Data Invio", TipoColonna.Data, 12, r => r.DataInvio),
        new("Stato", TipoColonna.Testo, 16, r => r.StatoPortale),
        new("CIG Padre", TipoColonna.Testo, 13, r => r.CigPadre.Valore),
        new("Descrizione CIG Padre", TipoColonna.Testo, 48, r => r.DescrizioneCigPadre),
        new("CIG Derivato", TipoColonna.Testo, 13, r => r.CigDerivati),
        new("Denominazione OE", TipoColonna.Testo, 32, r => r.Oe),
        new("RUP", TipoColonna.Testo, 24, r => r.Rup),
    ];

    private static readonly ColonnaScritta<RigaElenco> Ente = new("Ente", TipoColonna.Testo, 32, r => r.Ente);

    private static readonly ColonnaScritta<RigaElenco> Stato = new("Stato Affidamento", TipoColonna.Testo, 26, r => r.StatoInParole);

    public static byte[] Scrivi(IEnumerable<RigaElenco> righe, bool conEnte) =>
        ScrittoreXlsx.Scrivi(Nome, conEnte ? [.. Prima, Ente, Stato] : [.. Prima, Stato], righe);
}
