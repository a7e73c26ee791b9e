using CigHub.Domain.Revisione;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>The part of the table of words about audits.</summary>
public static partial class DataWords
{
    private static Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> WordsOfAudits() => new()
    {
        ["Audit"] = ("Audit", new()
        {
            ["Titolo"] = _text.Detto("Titolo"),
            ["Requisito"] = _text.Detto("Requisito"),
            ["Dal"] = _giorno.Detto("Periodo dal"),
            ["Al"] = _giorno.Detto("Periodo al"),
            ["Stato"] = Scelta<StatoAudit>(s => s.Nome()),
            ["AutoreId"] = _persona.Detto("Pianificato da"),
            ["PianificatoIl"] = _istante.Detto("Pianificato il"),
            ["Campione.Metodo"] = Scelta<MetodoCampione>(m => m.Nome()).Detto("Metodo del campione"),
            ["Campione.Seme"] = _text.Detto("Seme"),
            ["Campione.Quanti"] = _text.Detto("Quanti"),
            ["Campione.Soglia"] = _euro.Detto("Sopra l'importo"),
            ["Campione.Motivo"] = _text.Detto("Motivo della scelta"),
            ["Campione.Popolazione"] = _text.Detto("Popolazione"),
            ["Campione.Impronta"] = _text.Detto("Impronta della popolazione"),
            ["Campione.Evento"] = _text.Detto("Registro fino all'evento"),
            ["Campione.Radice"] = _tecnico,
            ["Campione.EstrattoDaId"] = _persona.Detto("Estratto da"),
            ["Campione.EstrattoIl"] = _istante.Detto("Estratto il"),
            ["Conclusioni"] = _text.Detto("Conclusioni"),
            ["ChiusoDaId"] = _persona.Detto("Firmato da"),
            ["ChiusoIl"] = _istante.Detto("Firmato il"),
            ["ConvenzioneId"] = _tecnico,
            ["ProgrammaId"] = _tecnico,
            ["EnteId"] = _tecnico,
        }),
        ["ProgrammaAudit"] = ("Programma annuale di audit", new()
        {
            ["Anno"] = _text.Detto("Anno"),
            ["Obiettivi"] = _text.Detto("Obiettivi"),
            ["ApprovatoDa"] = _text.Detto("Approvato da"),
            ["ApprovatoIl"] = _giorno.Detto("Approvato il"),
            ["Previsti"] = _elenco.Detto("Audit previsti", "Titolo"),
            ["AutoreId"] = _persona.Detto("Registrato da"),
            ["EnteId"] = _tecnico,
            ["Utc"] = _tecnico,
        }),
        ["CartaDiLavoro"] = ("Carta di lavoro", new()
        {
            ["Posizione"] = _text.Detto("Numero nel campione"),
            ["Esito"] = Scelta<EsitoAudit>(e => e.Nome()),
            ["Esaminato"] = _text.Detto("Che cosa è stato guardato"),
            ["Nota"] = _text.Detto("Nota"),
            ["CompilataDaId"] = _persona.Detto("Compilata da"),
            ["CompilataIl"] = _istante.Detto("Compilata il"),
            ["AffidamentoId"] = _tecnico,
            ["AuditId"] = _tecnico,
            ["EnteId"] = _tecnico,
        }),
        ["Constatazione"] = ("Constatazione", new()
        {
            ["Gravita"] = Scelta<EsitoAudit>(e => e.Nome()).Detto("Quanto pesa"),
            ["Testo"] = _text.Detto("Osservazione"),
            ["Causa"] = _text.Detto("Causa"),
            ["Azione"] = _text.Detto("Azione correttiva"),
            ["ResponsabileId"] = _persona.Detto("Responsabile dell'azione"),
            ["Entro"] = _giorno.Detto("Entro il"),
            ["AutoreId"] = _persona.Detto("Scritta da"),
            ["Utc"] = _istante.Detto("Scritta il"),
            ["Risposta"] = _text.Detto("Risposta"),
            ["RispostaIl"] = _istante.Detto("Risposta il"),
            ["AttuataIl"] = _giorno.Detto("Attuata il"),
            ["VerificataDaId"] = _persona.Detto("Verificata da"),
            ["VerificataIl"] = _istante.Detto("Verificata il"),
            ["Efficace"] = _siNo.Detto("Efficace"),
            ["NotaVerifica"] = _text.Detto("Nota della verifica"),
            ["AuditId"] = _tecnico,
            ["CartaId"] = _tecnico,
            ["EnteId"] = _tecnico,
        }),
    };
}
