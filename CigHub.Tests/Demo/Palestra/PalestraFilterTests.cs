using CigHub.Domain.Palestra;
using CigHub.Tests.Domain.Palestra;
using CigHub.Web.Demo.Palestra;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>Checks the filters of the palestra's list, which the query string of the address holds.</summary>
public sealed class PalestraFilterTests
{
    private static readonly DocumentoPalestra _inviato = SampleDocumenti.Inviato(), _salvato = SampleDocumenti.Saved();

    private static PalestraFilter From(string query) => PalestraFilter.From(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Theory]
    [InlineData("", 2)]
    [InlineData("?RegistroDiSistema=pi000123", 1)]
    [InlineData("?CigPadre=b611", 2)]
    [InlineData("?StatoAffidamento=attivo", 1)]
    [InlineData("?TitoloDocumento=PULIZIA", 2)]
    [InlineData("?CigDerivato=UFFF", 1)]
    [InlineData("?DenominazioneOe=zzz", 0)]
    [InlineData("?DataInvio=24/11/2026", 1)]
    [InlineData("?DataInvio=23/11/2026", 0)]
    [InlineData("?Selezione=selezionati", 0)]
    public void Ogni_filtro_lascia_cio_che_dice(string query, int quanti) => Assert.Equal(quanti, From(query).Applica([_inviato, _salvato]).Count);

    [Fact]
    public void L_indirizzo_si_rilegge_uguale()
    {
        var filtro = From("?CigPadre=A%26B&DataInvio=24/11/2026&Pagina=3&Righe=50&CigDerivato=");
        Assert.Equal(filtro, From(filtro.Query(filtro.Pagina)));
        Assert.Equal("", From("?Pagina=-1&Righe=7").Query());
    }
}
