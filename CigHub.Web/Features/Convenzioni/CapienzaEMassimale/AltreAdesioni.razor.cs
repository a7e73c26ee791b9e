using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form on the Lotto's page that records altre adesioni, as the Soggetto Aggregatore has communicated them.</summary>
public sealed partial class AltreAdesioni
{
    /// <summary>The adhesions of ANAC's open data that nobody has counted yet.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CigFuoriDaCigHub> DaContare { get; set; }

    private string CheCosa => $"Comunicazione registrata: le adesioni comunicate da CMRC sono {Details.Capienza.AltreAdesioni:E}.";

    /// <summary>The Residuo of the Lotto after the typed amount is recorded. Null while the amount cannot be read.</summary>
    private Importo? Dopo => Importo.Leggi(Form.Importo).TryGet(out var importo) ? Details.Capienza.Residuo - importo : null;

    private void Riporta(CigFuoriDaCigHub adesione)
    {
        var replaced = Form.Vuoto ? "" : ", al posto di ciò che c'era scritto";
        Fill(new AttoSulLottoForm
        {
            Importo = adesione.Importo?.ToString(),
            Descrizione = $"Open data di ANAC, {adesione.Ente}",
            Data = RomeTime.Text(adesione.Fotografia),
            Protocollo = adesione.Protocollo,
        });
        Outcomes?.Say($"Il modulo ha i dati del CIG {adesione.Cig}{replaced}: controllali e registra.");
    }

    private Task Save() => Save(new RegistraAltreAdesioni(Details.Lotto.Id, Form), () => CheCosa);
}
