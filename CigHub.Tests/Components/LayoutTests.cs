using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Bunit;
using CigHub.Tests.Architecture;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Utilities;

namespace CigHub.Tests.Components;

public sealed partial class LayoutTests : ComponentTest
{
    private static readonly Guid Id = Guid.Parse("0197c1de-0000-7000-8000-000000000001");

    public static TheoryData<string, string> Indirizzi => new()
    {
        { AppRoutes.Lotto, AppRoutes.LottoDi(Id) },
        { AppRoutes.Scheda, AppRoutes.SchedaDi(Id) },
        { AppRoutes.RichiestaCig, AppRoutes.RichiestaDi(Id) },
        { AppRoutes.Evento, AppRoutes.EventoDi(12_345) },
        { AppRoutes.Errore, AppRoutes.ErroreDi(500) },
        { AppRoutes.NuovoAffidamento, AppRoutes.NuovoAffidamentoSu(Id) },
        { AppRoutes.Accedi, AppRoutes.AccediPer("/affidamenti?stato=x&pagina=2") },
    };

    [Theory]
    [MemberData(nameof(Indirizzi))]
    public void Ogni_indirizzo_costruito_porta_alla_sua_pagina(string rotta, string indirizzo)
    {
        var percorso = indirizzo.Split('?')[0];
        var valori = new RouteValueDictionary();
        Assert.True(new TemplateMatcher(TemplateParser.Parse(rotta[1..]), []).TryMatch(percorso, valori), percorso);
        Assert.All(valori.Values, v => Assert.DoesNotContain('{', (string)v!));
    }

    [Theory]
    [InlineData(null, 1, "/affidamenti")]
    [InlineData("Pronto", 1, "/affidamenti?stato=Pronto")]
    [InlineData(null, 2, "/affidamenti?pagina=2")]
    [InlineData("Pronto", 3, "/affidamenti?stato=Pronto&pagina=3")]
    public void L_elenco_filtrato_ha_un_indirizzo_suo(string? stato, int pagina, string atteso) =>
        Assert.Equal(atteso, AppRoutes.AffidamentiInStato(stato, pagina));

    [Fact]
    public void Le_etichette_delle_parti_di_MudBlazor_in_uso_e_nessun_altra_sono_in_italiano_con_gli_stessi_segnaposto()
    {
        // A dialog is opened through IDialogService, and stands in no .razor file.
        var inUso = Directory.EnumerateFiles(Path.Combine(House.Root, "CigHub.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => InMarkup().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Append(nameof(MudDialog)).ToHashSet();
        var italiano = new ItalianMudLocalizer();
        var nome = Assert.Single(typeof(MudButton).Assembly.GetManifestResourceNames(),
            n => n.EndsWith("LanguageResource.resources", StringComparison.Ordinal));
        using var risorse = new ResourceReader(typeof(MudButton).Assembly.GetManifestResourceStream(nome)!);
        var voci = risorse.Cast<DictionaryEntry>().Select(v => ((string)v.Key, (string)v.Value!)).ToList();
        voci.RemoveAll(v => !inUso.Contains(v.Item1.Split('_')[0]));
        Assert.Equal(voci.Select(v => v.Item1).Order(StringComparer.Ordinal), ItalianMudLocalizer.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(voci.Where(v => !Segnaposto(v.Item2).SetEquals(Segnaposto(italiano[v.Item1].Value))).Select(v => v.Item1));
    }

    [Fact]
    public void MudBlazor_parla_italiano_davvero()
    {
        var prima = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("it-IT");
            var resa = Contesto.Render<MudAlert>(p => p.Add(c => c.ShowCloseIcon, true));
            Assert.Equal("Chiudi", resa.Find("button").GetAttribute("aria-label"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = prima;
        }
    }

    public static TheoryData<string> Temi => ["chiaro", "scuro"];

    [Theory]
    [MemberData(nameof(Temi))]
    public void Ogni_colore_si_legge_su_ogni_fondo(string tema)
    {
        Palette p = tema == "chiaro" ? Theme.Light.PaletteLight : Theme.Dark.PaletteDark;
        MudColor[] testi = [p.Primary, p.Secondary, p.Info, p.Success, p.Warning, p.Error, p.TextPrimary, p.TextSecondary, p.ActionDefault];
        MudColor[] fondi = [p.Background, p.Surface, p.BackgroundGray];
        var scarsi = (from t in testi from f in fondi where Contrasto(t, f) < 4.5 select $"{t} su {f}: {Contrasto(t, f):0.00}").ToList();
        (MudColor, MudColor)[] coppie =
        [
            (p.PrimaryContrastText, p.Primary), (p.SecondaryContrastText, p.Secondary), (p.InfoContrastText, p.Info), (p.SuccessContrastText, p.Success),
            (p.WarningContrastText, p.Warning), (p.ErrorContrastText, p.Error), (p.AppbarText, p.AppbarBackground),
            (p.DrawerText, p.DrawerBackground), (p.DarkContrastText, p.Dark),
        ];
        scarsi.AddRange(from c in coppie where Contrasto(c.Item1, c.Item2) < 4.5 select $"{c.Item1} su {c.Item2}: {Contrasto(c.Item1, c.Item2):0.00}");
        // The border shows where a field is, so its contrast must be at least 3:1 (WCAG 1.4.11).
        scarsi.AddRange(from f in fondi where Contrasto(p.LinesInputs, f) < 3 select $"bordo su {f}");
        Assert.Empty(scarsi);
    }

    [Fact]
    public void Un_errore_imprevisto_resta_nella_pagina_e_ha_un_codice()
    {
        var resa = Contesto.Render<PageErrorBoundary>(p => p
            .Add(c => c.ChildContent, _ => throw new InvalidOperationException("prova"))
            .Add(c => c.ErrorContent, _ => b => b.AddMarkupContent(0, "<p>storto</p>")));
        Assert.Equal("storto", resa.Find("p").TextContent);
        Assert.Matches("^[0-9A-F]{8}$", resa.Instance.Code);
    }

    [Fact]
    public void Chi_agisce_in_quale_ruolo_e_per_quale_Ente_e_sempre_in_vista()
    {
        var resa = Layout(new Somebody(new UserBadge(Id, "Anna Prova", "RUP", "Comune di Albano Laziale")));
        Assert.Equal("Le tue sessioni: Anna Prova , in qualità di RUP · Comune di Albano Laziale", Shown(resa.Find(".testata-utente")));
        Assert.Equal(AppRoutes.Esci, resa.Find($".testata a[href='{AppRoutes.Esci}']").GetAttribute("href"));
        Assert.Equal("true", resa.Find("#app-root").GetAttribute("data-interattivo"));
        Assert.Equal("page", resa.Find(".menu a.attiva").GetAttribute("aria-current"));
    }

    [Fact]
    public void Il_menu_offre_solo_cio_che_il_ruolo_apre()
    {
        var resa = Layout(new Somebody(new UserBadge(Id, "Anna Prova", "RUP", "Comune di Albano Laziale"), AppRoutes.RegistroEventi,
            AppRoutes.Attestazioni, AppRoutes.Scostamenti, AppRoutes.Audit, AppRoutes.PersoneEdEnti, AppRoutes.CodiciEPercorsi));
        Assert.Equal(
            [AppRoutes.Cruscotto, AppRoutes.Affidamenti, AppRoutes.Convenzioni, AppRoutes.Spesa],
            resa.FindAll("nav.menu a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Chi_non_e_entrato_non_ha_menu_ne_uscita()
    {
        var resa = Layout(new Somebody(null));
        Assert.Empty(resa.FindAll("nav.menu a"));
        Assert.Empty(resa.FindAll($"a[href='{AppRoutes.Esci}']"));
    }

    [Fact]
    public void Il_menu_del_telefono_dice_se_e_aperto_e_si_chiude_cambiando_pagina()
    {
        var resa = Layout(new Somebody(new UserBadge(Id, "Anna Prova", "RUP", "Comune di Albano Laziale")));
        resa.Find(".menu-bottone").Click();
        Assert.Equal("true", resa.Find(".menu-bottone").GetAttribute("aria-expanded"));
        Contesto.Services.GetRequiredService<NavigationManager>().NavigateTo(AppRoutes.Spesa);
        resa.WaitForAssertion(() => Assert.Equal("false", resa.Find(".menu-bottone").GetAttribute("aria-expanded")));
    }

    private static HashSet<string> Segnaposto(string testo) => [.. Numerato().Matches(testo).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Numerato();

    private static double Contrasto(MudColor a, MudColor b)
    {
        var (x, y) = (Luminanza(a), Luminanza(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>Computes the relative luminance of a color, as WCAG 2.2 defines it.</summary>
    private static double Luminanza(MudColor c)
    {
        static double Canale(byte v) => v / 255d <= 0.04045 ? v / 255d / 12.92 : Math.Pow(((v / 255d) + 0.055) / 1.055, 2.4);
        return (0.2126 * Canale(c.R)) + (0.7152 * Canale(c.G)) + (0.0722 * Canale(c.B));
    }

    private IRenderedComponent<MainLayout> Layout(IUserBadge chi)
    {
        Contesto.Services.AddSingleton(chi);
        Contesto.Services.AddSingleton<IGoTo, NoSession>();
        Contesto.Services.AddSingleton<IPortaleState, WorkingPortale>();
        Contesto.Services.AddSingleton<IDataNotices, NothingToSay>();
        Contesto.Services.AddSingleton<ISessionState>(Sessione);
        Contesto.Services.AddSingleton(TimeProvider.System);
        return Contesto.Render<MainLayout>(p => p.Add(c => c.Body, b => b.AddMarkupContent(0, "<h1>Prova</h1>")));
    }

    private FakeSession Sessione { get; } = new();

    [Fact]
    public void Prima_che_la_sessione_finisca_la_pagina_lo_dice_e_un_clic_la_prosegue()
    {
        var resa = Layout(new Somebody(new UserBadge(Id, "Anna Prova", "RUP", "Comune di Albano Laziale")));
        Assert.Equal("assertive", resa.Find(".custode").GetAttribute("aria-live"));
        Assert.Empty(resa.FindAll(".custode button"));

        Sessione.Diventa(null, new SessionExpiry(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), Extendable: true));
        resa.WaitForAssertion(() => Assert.Contains("10:00", resa.Find(".custode").TextContent, StringComparison.Ordinal));
        resa.Find(".custode button").Click();
        Assert.Equal(1, Sessione.Attivata);

        // Past the absolute limit the session cannot be prolonged, so the page offers no button.
        Sessione.Diventa(null, new SessionExpiry(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), Extendable: false));
        resa.WaitForAssertion(() => Assert.Empty(resa.FindAll(".custode button")));
        Assert.NotEmpty(resa.FindAll(".custode p"));
    }

    [Fact]
    public void Finita_la_sessione_la_pagina_va_dove_si_dice_perche_una_volta_sola()
    {
        Layout(new Somebody(new UserBadge(Id, "Anna Prova", "RUP", "Comune di Albano Laziale")));
        Sessione.Diventa("RuoloTolto", null);
        Sessione.Diventa("RuoloTolto", null);
        var verso = Assert.Single(Contesto.JSInterop.Invocations["location.assign"]);
        Assert.Equal(AppRoutes.SessioneFinitaPer("RuoloTolto", "/"), verso.Arguments[0]);
    }

    private sealed class FakeSession : ISessionState
    {
        public event Action? Changed;

        public string? End { get; private set; }

        public SessionExpiry? Expires { get; private set; }

        public int Attivata { get; private set; }

        public void Touch() => Attivata++;

        public void Diventa(string? fine, SessionExpiry? scade)
        {
            (End, Expires) = (fine, scade);
            Changed?.Invoke();
        }
    }

    private sealed class NoSession : IGoTo
    {
        public ValueTask<IReadOnlyList<Destination>> Search(string testo, CancellationToken ct) => new((IReadOnlyList<Destination>)[]);
    }

    [GeneratedRegex("<(Mud[A-Za-z]+)")]
    private static partial Regex InMarkup();

    private sealed class NothingToSay : IDataNotices
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public ValueTask<IReadOnlyList<string>> Current() => ValueTask.FromResult<IReadOnlyList<string>>([]);
    }

    private sealed class WorkingPortale : IPortaleState
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public ValueTask<PortaleFault?> Current() => new((PortaleFault?)null);
    }

    private sealed class Somebody(UserBadge? intestazione, params string[] negati) : IUserBadge
    {
        public ValueTask<UserBadge?> Current() => new(intestazione);

        public bool Offers(string indirizzo) => !negati.Contains(indirizzo);
    }
}
