namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>What a field of the scheda holds: it decides how typed text is read, shown, and written for the portal.</summary>
public enum TipoCampo
{
    /// <summary>One line, kept exactly as typed.</summary>
    Testo,

    /// <summary>Several lines, kept exactly as typed.</summary>
    TestoLungo,

    /// <summary>Euro, two decimals: <c>1.234,50</c>. Never negative.</summary>
    Euro,

    /// <summary>Per cent between 0 and 100: <c>12,5</c>.</summary>
    Percentuale,

    /// <summary>A day: <c>24/11/2026</c>.</summary>
    Data,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    SiNo,

    /// <summary>A code of one of ANAC's lists, or of the field's own <see cref="CampoAd4.Scelte"/>.</summary>
    Scelta,

    /// <summary>A CIG, checked.</summary>
    Cig,

    /// <summary>A CUP, 15 characters.</summary>
    Cup,

    /// <summary>A CPV; ANAC's list has the 8 digits.</summary>
    Cpv,

    /// <summary>An Italian codice fiscale of a person (16) or of a body (11).</summary>
    CodiceFiscale,

    /// <summary>The codice fiscale of a supplier, or the VAT number of a foreign one (<c>DE123456789</c>).</summary>
    CodiceFiscaleOperatore,

    /// <summary>ANAC's code of a comune: 9 digits.</summary>
    CodIstat,

    /// <summary>A NUTS code, level 3.</summary>
    CodNuts,

    /// <summary>A UUID, made by the application.</summary>
    Uuid,

    /// <summary>AUSA's code of a centro di costo.</summary>
    CentroDiCosto,

    /// <summary>A country, in words.</summary>
    Paese,
}

/// <summary>The parts of the editor, in the order in which the portal has them.</summary>
public enum SezioneAd4
{
    /// <summary>The head of the portal's document.</summary>
    Documento,

    /// <summary>The portal's ENTE PROPONENTE.</summary>
    EnteProponente,

    /// <summary>The portal's DATI AFFIDAMENTO: subject, CIG Padre, CUP, place, classification.</summary>
    DatiAffidamento,

    QuadroEconomico,

    Finanziamenti,

    OperatoriEconomici,

    /// <summary>Asked only with PNRR or PNC money.</summary>
    ParitaDiGenere,

    Accessibilita,

    /// <summary>ANAC's data whose place on the portal is not known.</summary>
    AltriDati,
}
