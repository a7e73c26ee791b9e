using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Web.Data.Registro;

/// <summary>The records that stand inside a value of the registro, each with its stored names.</summary>
internal static partial class NomiRegistrati
{
    private static TipoRegistrato[] TuttiIContenuti() =>
    [
        ContenutoDegliAudit(),
        ContenutoDeiProgrammi(),
        new TipoRegistrato<AttoDiDelega>("AttoDiDelega")
            .Dato("Tipo", x => x.Tipo)
            .Dato("Numero", x => x.Numero)
            .Dato("Data", x => x.Data)
            .Dato("Protocollo", x => x.Protocollo),
        new TipoRegistrato<AttoDiNomina>("AttoDiNomina")
            .Dato("Tipo", x => x.Tipo)
            .Dato("Numero", x => x.Numero)
            .Dato("Data", x => x.Data)
            .Dato("EmanatoDa", x => x.EmanatoDa),
        new TipoRegistrato<CentroDiCosto>("CentroDiCosto")
            .Dato("Codice", x => x.Codice)
            .Dato("Denominazione", x => x.Denominazione),
        new TipoRegistrato<ConfermaCapienza>("ConfermaCapienza")
            .Dato("AttoId", x => x.AttoId)
            .Dato("Importo", x => x.Importo)
            .Dato("Tenuto", x => x.Tenuto)
            .Dato("Giorno", x => x.Giorno)
            .Dato("ValidaFinoAl", x => x.ValidaFinoAl)
            .Dato("IdPartecipante", x => x.IdPartecipante)
            .Dato("RegistrataIl", x => x.RegistrataIl)
            .Dato("Stato", x => x.Stato),
        new TipoRegistrato<Contatto>("Contatto")
            .Dato("Funzione", x => x.Funzione)
            .Dato("Nome", x => x.Nome)
            .Dato("Email", x => x.Email)
            .Dato("Telefono", x => x.Telefono),
        new TipoRegistrato<DatiAtto>("DatiAtto")
            .Dato("Tipo", x => x.Tipo)
            .Dato("Numero", x => x.Numero)
            .Dato("Data", x => x.Data)
            .Dato("Protocollo", x => x.Protocollo)
            .Dato("Importo", x => x.Importo)
            .Dato("ValidoFinoAl", x => x.ValidoFinoAl),
        new TipoRegistrato<DatiFascicolo>("DatiFascicolo")
            .Dato("AliquotaIva", x => x.AliquotaIva)
            .Dato("Impegno", x => x.Impegno)
            .Dato("Capitolo", x => x.Capitolo)
            .Dato("ContrattoDal", x => x.ContrattoDal)
            .Dato("ContrattoAl", x => x.ContrattoAl)
            .Dato("RegimeIva", x => x.RegimeIva),
        new TipoRegistrato<DatiOperazione>("DatiOperazione")
            .Dato("Motivo", x => x.Motivo)
            .Dato("Importo", x => x.Importo)
            .Dato("ImportoPrima", x => x.ImportoPrima)
            .Dato("Cup", x => x.Cup)
            .Dato("CupPrima", x => x.CupPrima)
            .Dato("NumeroAtto", x => x.NumeroAtto)
            .Dato("DataAtto", x => x.DataAtto)
            .Dato("Decorrenza", x => x.Decorrenza)
            .Dato("RupPrecedenteId", x => x.RupPrecedenteId)
            .Dato("NuovoRupId", x => x.NuovoRupId)
            .Dato("Risposta", x => x.Risposta),
        new TipoRegistrato<DatiPersona>("DatiPersona")
            .Dato("NomeUtente", x => x.NomeUtente)
            .Dato("Nome", x => x.Nome)
            .Dato("Cognome", x => x.Cognome)
            .Dato("CodiceFiscale", x => x.CodiceFiscale)
            .Dato("Email", x => x.Email)
            .Dato("Telefono", x => x.Telefono),
        new TipoRegistrato<EnteAmmesso>("EnteAmmesso")
            .Dato("EnteId", x => x.EnteId)
            .Dato("Denominazione", x => x.Denominazione),
        new TipoRegistrato<FileAllegato>("FileAllegato")
            .Dato("Nome", x => x.Nome)
            .Dato("TipoContenuto", x => x.TipoContenuto)
            .Dato("Byte", x => x.Byte)
            .Dato("Sha256", x => x.Sha256),
        new TipoRegistrato<Fornitore>("Fornitore")
            .Dato("IdPartecipante", x => x.IdPartecipante)
            .Dato("Denominazione", x => x.Denominazione)
            .Dato("CodiceFiscale", x => x.CodiceFiscale)
            .Dato("RuoloOE", x => x.RuoloOE)
            .Dato("TipoOE", x => x.TipoOE)
            .Dato("Quota", x => x.Quota),
        new TipoRegistrato<PassoPortale>("PassoPortale")
            .Dato("Numero", x => x.Numero)
            .Dato("Testo", x => x.Testo)
            .Dato("Valori", x => x.Valori)
            .Dato("ApreIlPortale", x => x.ApreIlPortale)
            .Dato("ChiedeRilettura", x => x.ChiedeRilettura)
            .Dato("AttendeIlCig", x => x.AttendeIlCig),
        new TipoRegistrato<RichiestaDiCancellazione>("RichiestaDiCancellazione")
            .Dato("ChiestaDa", x => x.ChiestaDa)
            .Dato("ChiestaIl", x => x.ChiestaIl)
            .Dato("Atto", x => x.Atto)
            .Dato("Autorizzazione", x => x.Autorizzazione),
        new TipoRegistrato<ValorePortale>("ValorePortale")
            .Dato("Percorso", x => x.Percorso)
            .Dato("Didascalia", x => x.Didascalia)
            .Dato("Formato", x => x.Formato),
    ];
}
