using CigHub.Domain.Revisione;

namespace CigHub.Web.Data.Registro;

/// <summary>The stored names of audits, their working papers and findings.</summary>
internal static partial class NomiRegistrati
{
    private static TipoRegistrato ContenutoDeiProgrammi() => new TipoRegistrato<AuditPrevisto>("AuditPrevisto")
        .Dato("Mese", x => x.Mese)
        .Dato("Titolo", x => x.Titolo);

    private static TipoRegistrato[] TipiDegliAudit() =>
    [
        new TipoRegistrato<ProgrammaAudit>("ProgrammaAudit")
            .Dato("Anno", x => x.Anno)
            .Dato("ApprovatoDa", x => x.ApprovatoDa)
            .Dato("ApprovatoIl", x => x.ApprovatoIl)
            .Dato("AutoreId", x => x.AutoreId)
            .Dato("EnteId", x => x.EnteId)
            .Dato("Obiettivi", x => x.Obiettivi)
            .Dato("Previsti", x => x.Previsti)
            .Dato("Utc", x => x.Utc),
        new TipoRegistrato<Audit>("Audit")
            .Dato("Al", x => x.Al)
            .Dato("AutoreId", x => x.AutoreId)
            .Dato("Campione", x => x.Campione)
            .Dato("ChiusoDaId", x => x.ChiusoDaId)
            .Dato("ChiusoIl", x => x.ChiusoIl)
            .Dato("Conclusioni", x => x.Conclusioni)
            .Dato("ConvenzioneId", x => x.ConvenzioneId)
            .Dato("Dal", x => x.Dal)
            .Dato("EnteId", x => x.EnteId)
            .Dato("ProgrammaId", x => x.ProgrammaId)
            .Dato("PianificatoIl", x => x.PianificatoIl)
            .Dato("Requisito", x => x.Requisito)
            .Dato("Stato", x => x.Stato)
            .Dato("Titolo", x => x.Titolo),
        new TipoRegistrato<CartaDiLavoro>("CartaDiLavoro")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("AuditId", x => x.AuditId)
            .Dato("CompilataDaId", x => x.CompilataDaId)
            .Dato("CompilataIl", x => x.CompilataIl)
            .Dato("EnteId", x => x.EnteId)
            .Dato("Esaminato", x => x.Esaminato)
            .Dato("Esito", x => x.Esito)
            .Dato("Nota", x => x.Nota)
            .Dato("Posizione", x => x.Posizione),
        new TipoRegistrato<Constatazione>("Constatazione")
            .Dato("AttuataIl", x => x.AttuataIl)
            .Dato("AuditId", x => x.AuditId)
            .Dato("AutoreId", x => x.AutoreId)
            .Dato("Azione", x => x.Azione)
            .Dato("CartaId", x => x.CartaId)
            .Dato("Causa", x => x.Causa)
            .Dato("Efficace", x => x.Efficace)
            .Dato("EnteId", x => x.EnteId)
            .Dato("Entro", x => x.Entro)
            .Dato("Gravita", x => x.Gravita)
            .Dato("NotaVerifica", x => x.NotaVerifica)
            .Dato("ResponsabileId", x => x.ResponsabileId)
            .Dato("Risposta", x => x.Risposta)
            .Dato("RispostaIl", x => x.RispostaIl)
            .Dato("Testo", x => x.Testo)
            .Dato("Utc", x => x.Utc)
            .Dato("VerificataDaId", x => x.VerificataDaId)
            .Dato("VerificataIl", x => x.VerificataIl),
    ];

    private static TipoRegistrato ContenutoDegliAudit() =>
        new TipoRegistrato<Campione>("Campione")
            .Dato("Metodo", x => x.Metodo)
            .Dato("Seme", x => x.Seme)
            .Dato("Quanti", x => x.Quanti)
            .Dato("Soglia", x => x.Soglia)
            .Dato("Motivo", x => x.Motivo)
            .Dato("Popolazione", x => x.Popolazione)
            .Dato("Impronta", x => x.Impronta)
            .Dato("Evento", x => x.Evento)
            .Dato("Radice", x => x.Radice)
            .Dato("EstrattoDaId", x => x.EstrattoDaId)
            .Dato("EstrattoIl", x => x.EstrattoIl);

    private static ValoriRegistrati[] ValoriDegliAudit() =>
    [
        new ValoriRegistrati<EsitoAudit>("EsitoAudit")
            .Valore("Conforme", EsitoAudit.Conforme)
            .Valore("Osservazione", EsitoAudit.Osservazione)
            .Valore("Opportunita", EsitoAudit.Opportunita)
            .Valore("NonConformitaMinore", EsitoAudit.NonConformitaMinore)
            .Valore("NonConformitaMaggiore", EsitoAudit.NonConformitaMaggiore),
        new ValoriRegistrati<MetodoCampione>("MetodoCampione")
            .Valore("Casuale", MetodoCampione.Casuale)
            .Valore("PerEnte", MetodoCampione.PerEnte)
            .Valore("SopraImporto", MetodoCampione.SopraImporto)
            .Valore("Ragionato", MetodoCampione.Ragionato),
        new ValoriRegistrati<StatoAudit>("StatoAudit")
            .Valore("Pianificato", StatoAudit.Pianificato)
            .Valore("InCorso", StatoAudit.InCorso)
            .Valore("Chiuso", StatoAudit.Chiuso),
    ];
}
