using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Layout;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Account.ChiedereAccesso;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Deleghe;
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
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Operativo;
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
        services.AddScoped<NamesAtTheTime>();
        services.AddScoped<SpiegazioniDate>();
        services.AddScoped<CioCheManca>();
        services.AddSingleton<KeptCounts>();
        services.AddSingleton<LastIntegrityCheck>();
        services.AddSingleton<VerdictRecorder>();
        services.AddSingleton<DossierFiles>();
        services.AddSingleton<NightlyConfronto>();
        services.AddHostedService(s => s.GetRequiredService<NightlyConfronto>());
        services.AddSingleton<BozzaWorkRecorder>();
        services.AddHostedService(s => s.GetRequiredService<BozzaWorkRecorder>());
        services.AddSingleton<ConfermeTerminate>();
        services.AddHostedService(s => s.GetRequiredService<ConfermeTerminate>());
        services.AddSettings<ConfermaSettings>();
        services.AddScoped<Dichiarazioni>();
        services.AddScoped<IGoTo, VaiA.GoTo>();
        services.AddSingleton<RequestProgress>();
        services.AddSingleton<SerieReader>();
        services.AddSettings<RichiestaSettings>();
        services.AddSettings<AppaltiSettings>();
        services.AddSingleton<RichiesteSenzaEsito>();
        services.AddSettings<ConservazioneSettings>();
        services.AddScoped<TerminiDiConservazione>();
        services.AddSettings<PromemoriaSettings>();
        services.AddSettings<RegistrazioneSettings>();
        services.AddSettings<DelegheSettings>();
        services.AddSingleton<PortaleState>();
        services.AddSingleton<IPortaleState>(s => s.GetRequiredService<PortaleState>());
        services.AddScoped<LottiInCondizione>();
        services.AddScoped<AffidamentiInAttesa>();
        services.AddScoped<NameSearch>();
        services.AddScoped<AffidamentiSearch>();
        services.AddSingleton<FilesToHandOut>();
        services.AddSingleton<ListPreferences>();
        services.AddScoped<ListExport>();
        services.AddScoped<EliminaSelezionati>();
        services.AddScoped<ControlloPregresse>();
        services.AddScoped<BrowserOutput>();
        services.AddScoped<PreparazioneSerie>();
        services.AddScoped<EsportazioneSchede>();
        services.AddScoped<RiconosciScheda>();
        services.AddScoped<PianoElenco>();
        services.AddSingleton<ComparedElenchi>();
        services.AddSingleton<SerieProgress>();
        services.AddSingleton<RichiesteDiAccessoDaFuori>();
        services.AddSingleton<RuoloChoice>();
        return services;
    }
}
