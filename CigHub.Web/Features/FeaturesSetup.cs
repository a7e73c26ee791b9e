using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Layout;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Account.ChiedereAccesso;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features;

/// <summary>Registers the services of the features. Commands and queries are found by reflection and are not listed here.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<ICommandNames, ComandiRegistrati>();
        services.AddSingleton<ListeInVigore>();
        services.AddSingleton<IAfterCommit>(s => s.GetRequiredService<ListeInVigore>());
        services.AddScoped<PianoImportazione>();
        services.AddScoped<Numerazione>();
        services.AddSingleton(s => s.GetRequiredService<IOptions<CigDerivatiOptions>>().Value.Regole());
        services.AddSettings<PortaleSettings>();
        services.AddScoped<AutoreDelCampo>();
        services.AddScoped<NomiDelMomento>();
        services.AddScoped<SpiegazioniDate>();
        services.AddSingleton<ConfrontoNotturno>();
        services.AddHostedService(s => s.GetRequiredService<ConfrontoNotturno>());
        services.AddSingleton<LavoroDaRegistrare>();
        services.AddHostedService(s => s.GetRequiredService<LavoroDaRegistrare>());
        services.AddScoped<Dichiarazioni>();
        services.AddScoped<IVaiA, VaiA.VaiA>();
        services.AddSingleton<PosizioniRichiesta>();
        services.AddSingleton<LettoreSerie>();
        services.AddSettings<RichiestaSettings>();
        services.AddSingleton<RichiesteSenzaEsito>();
        services.AddSettings<ConservazioneSettings>();
        services.AddScoped<TerminiDiConservazione>();
        services.AddSettings<PromemoriaSettings>();
        services.AddSettings<RegistrazioneSettings>();
        services.AddSingleton<StatoPortale>();
        services.AddSingleton<IStatoPortale>(s => s.GetRequiredService<StatoPortale>());
        services.AddScoped<LottiInCondizione>();
        services.AddScoped<AffidamentiInAttesa>();
        services.AddScoped<NomiCercati>();
        services.AddScoped<RicercaAffidamenti>();
        services.AddSingleton<FilesToHandOut>();
        services.AddSingleton<PreferenzeElenco>();
        services.AddScoped<ListExport>();
        services.AddScoped<EliminaSelezionati>();
        services.AddScoped<ControlloPregresse>();
        services.AddScoped<FoglioNelBrowser>();
        services.AddScoped<PreparazioneSerie>();
        services.AddScoped<EsportazioneSchede>();
        services.AddScoped<RiconosciScheda>();
        services.AddScoped<PianoElenco>();
        services.AddSingleton<AvanzamentoSerie>();
        services.AddSingleton<RichiesteDaFuori>();
        services.AddSingleton<SceltaRuolo>();
        return services;
    }
}
