using System.Reflection;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;
using CigHub.Web.UseCases;
using Microsoft.JSInterop;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Lists every way, besides commands, by which a browser makes the server do something, with its guard: the methods that JavaScript may
/// call, and the methods that write preferences. A new method fails the test until this list says who may use it.
/// </summary>
public sealed class ReadingWritesNothingTests
{
    private const string ShowsOnly = "changes what its own page shows, and nothing that is kept";

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly _web = typeof(PreferenceGuard).Assembly;

    /// <summary>The methods that JavaScript may call, each with the guard that stops a forged call from changing data.</summary>
    private static readonly Dictionary<string, string> _callable = new()
    {
        [Name<CopyButton>(nameof(CopyButton.EsitoCopia))] = ShowsOnly + "; what a page does then goes through its own guard",
        [Name<SessionWatch>(nameof(SessionWatch.Segna))] = "touches the session of its own circuit; one that has ended stays ended",
        [Name<PannelloOpener>(nameof(PannelloOpener.Aperto))] = ShowsOnly,
        [Name<PannelloOpener>(nameof(PannelloOpener.Impedito))] = ShowsOnly,
        [Name<PannelloOpener>(nameof(PannelloOpener.Chiuso))] = ShowsOnly + ", which reads again",
        [Name<UnsentForms>(nameof(UnsentForms.SetDirty))] = ShowsOnly + ": whether its own page asks before it is left",
        [Name<UnsentForms>(nameof(UnsentForms.Offer))] = ShowsOnly,
        [Name<PaginaPannello>(nameof(PaginaPannello.Copiato))] = nameof(PreferenceGuard) + "." + nameof(PreferenceGuard.Tick),
    };

    /// <summary>The types of the permits to write a preference. A method of <see cref="PreferenceGuard"/> makes each of them.</summary>
    private static readonly Type[] _permits = [typeof(OwnPreferences), typeof(RequestRestart), typeof(RequestStep), typeof(RequestTick)];

    /// <summary>The methods of the preference stores that only read.</summary>
    private static readonly string[] _readers =
    [
        Name<RequestPositions>(nameof(RequestPositions.Read)),
        Name<PersonalChoices>(nameof(PersonalChoices.Read)),
        Name<PersonalChoices>(nameof(PersonalChoices.Selected)),
        Name<PersonalChoices>(nameof(PersonalChoices.WhoChose)),
        Name<SavedViewStore>(nameof(SavedViewStore.Read)),
        Name<SerieStore>(nameof(SerieStore.Read)),
        Name<SessionStore>(nameof(SessionStore.ByKey)),
        Name<SessionStore>(nameof(SessionStore.Open)),
        Name<SessionStore>(nameof(SessionStore.EndOf)),
    ];

    /// <summary>The methods of the preference stores that write without a permit, each with the other guard that protects it.</summary>
    private static readonly Dictionary<string, string> _otherwiseGuarded = new()
    {
        [$"{nameof(PreferenceWrites)}.{nameof(PreferenceWrites.Attempt)}"] = "the stores below, which hand it a write of their own",
        [Name<WriteProbe>(nameof(WriteProbe.Write))] = "nobody's data: one row of its own, for the probe of readiness",
        [Name<SessionStore>(nameof(SessionStore.Add))] = "the sign-in (TicketStore)",
        [Name<SessionStore>(nameof(SessionStore.End))] =
            "OpenSessions: the session's own end, PaginaSessioni with the person's own, the command ChiudiSessioni",
        [Name<SessionStore>(nameof(SessionStore.Mark))] = "OpenSessions: the round",
        [Name<SessionStore>(nameof(SessionStore.ChangeTicket))] = "the cookie handler (TicketStore)",
        [Name<SessionStore>(nameof(SessionStore.Recognize))] = "the first access, of the session's own person (TicketStore)",
        [Name<SessionStore>(nameof(SessionStore.Forget))] = "the round (SessionSweeper)",
    };

    [Fact]
    public void Ogni_metodo_che_JavaScript_puo_chiamare_ha_la_sua_guardia() => Assert.Equal(_callable.Keys.Order(StringComparer.Ordinal), Callable(_web));

    [Fact]
    public void Un_metodo_chiamabile_in_piu_si_scopre() =>
        Assert.Equal([Name<ForgottenComponent>(nameof(ForgottenComponent.Write))], Callable(typeof(ReadingWritesNothingTests).Assembly).Except(_callable.Keys));

    [Fact]
    public void Chi_scrive_preferenze_chiede_un_permesso_o_dice_chi_lo_sorveglia() => Assert.Empty(Unguarded(Stores(_web)));

    [Fact]
    public void Un_archivio_che_scrive_senza_permesso_si_scopre()
    {
        Assert.Contains(typeof(ForgottenStore), Stores(typeof(ReadingWritesNothingTests).Assembly));
        Assert.Equal([Name<ForgottenStore>(nameof(ForgottenStore.Write))], Unguarded([typeof(ForgottenStore)]));
    }

    [Fact]
    public void Gli_archivi_delle_preferenze_sono_questi_e_nessun_altro_ne_tocca_le_tabelle() => Assert.Equal(
        [
            typeof(PersonalChoices), typeof(PreferenceWrites), typeof(RequestPositions), typeof(SavedViewStore), typeof(SerieStore), typeof(SessionStore),
            typeof(WriteProbe),
        ],
        Stores(_web));

    [Fact]
    public void Ogni_permesso_lo_da_un_metodo_della_guardia() => Assert.All(_permits, permit => Assert.Contains(
        typeof(PreferenceGuard).GetMethods(),
        m => m.ReturnType.ToString().Contains(permit.FullName!, StringComparison.Ordinal)));

    private static string Name<T>(string method) => $"{typeof(T).Name}.{method}";

    private static IEnumerable<string> Callable(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetMethods(Declared))
        .Where(m => m.GetCustomAttribute<JSInvokableAttribute>() is not null)
        .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// Returns the classes that use the tables of preferences, directly or in a lambda or async method, for which the compiler makes a type
    /// of its own.
    /// </summary>
    private static IEnumerable<Type> Stores(Assembly assembly) => assembly.GetTypes()
        .Where(t => t.GetMethods(Declared).Any(Touches) || t.GetFields(Declared).Any(f => Is(f.FieldType)))
        .Select(Written)
        .Where(t => !t.Namespace!.Contains("Migrations", StringComparison.Ordinal) && t != typeof(PreferenzeDbContext) && t != typeof(Web.Data.DataSetup))
        .Distinct()
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static bool Touches(MethodInfo method) =>
        method.GetParameters().Any(p => Is(p.ParameterType))
        || Is(method.ReturnType)
        || method.GetMethodBody()?.LocalVariables.Any(v => Is(v.LocalType)) == true;

    private static bool Is(Type type) => type == typeof(PreferenzeDbContext) || type.GenericTypeArguments.Any(Is);

    /// <summary>Returns the class, as it stands in the source, to which a type made by the compiler belongs.</summary>
    private static Type Written(Type type) => type.Name.StartsWith('<') && type.DeclaringType is { } outer ? Written(outer) : type;

    private static IEnumerable<string> Unguarded(IEnumerable<Type> stores) =>
        from store in stores
        from method in store.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && !method.GetParameters().Any(p => _permits.Contains(p.ParameterType))
        let name = $"{store.Name}.{method.Name}"
        where !_readers.Contains(name) && !_otherwiseGuarded.ContainsKey(name)
        select name;

    /// <summary>A component planted with a method that JavaScript may call and that no list names. The check must find it.</summary>
    private sealed class ForgottenComponent
    {
        [JSInvokable]
        public void Write()
        {
        }
    }

    /// <summary>A preference store planted with a method that writes without a permit. The check must find it.</summary>
    private sealed class ForgottenStore
    {
        public Task<int> Write(PreferenzeDbContext db, Guid personaId) => Task.FromResult(db is null ? 0 : personaId.GetHashCode());
    }
}
