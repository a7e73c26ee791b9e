using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Common;

/// <summary>
/// Reads groups of settings with the framework's binder and validation attributes, and adds two things. A blank setting gets its default. A
/// text that is no number, flag or time is refused by an Italian sentence with the setting's name.
/// </summary>
internal static class SettingsReader
{
    private const string TimeOfDay = "HH:mm";

    /// <summary>Registers a group of settings as <see cref="IOptions{T}"/> and has it validated when the app starts.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class, ISettings
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>, Validator<T>>());
        services.BindSettings<T>().AddOptions<T>().ValidateOnStart();
        return services;
    }

    /// <summary>
    /// Registers a group of settings as <see cref="IOptions{T}"/> without validating it, for a group that applies only in some
    /// environments.
    /// </summary>
    public static IServiceCollection BindSettings<T>(this IServiceCollection services)
        where T : class, ISettings
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<T>, Binder<T>>());
        return services;
    }

    /// <summary>Reads and validates a group of settings that must be known before the host is built.</summary>
    /// <exception cref="OptionsValidationException">A setting of the group is wrong.</exception>
    public static T ReadSettings<T>(this IConfiguration configuration)
        where T : class, ISettings, new()
    {
        var settings = new T();
        Bind(settings, configuration);
        return Faults(settings, configuration) is { Count: > 0 } faults ? throw Refused<T>(faults) : settings;
    }

    /// <summary>Returns a section of the configuration without its blank values, so that the binder keeps the defaults for them.</summary>
    public static IConfigurationSection WithoutBlanks(this IConfiguration configuration, string section) => configuration.Only(section, _ => true);

    /// <param name="sentences">The faults, each a whole sentence.</param>
    public static OptionsValidationException Refused<T>(params IReadOnlyList<string> sentences) => new(Options.DefaultName, typeof(T), sentences);

    /// <summary>Returns the Italian sentence that refuses the value of one setting and stops the start.</summary>
    /// <param name="mustBe">The requirement, as the end of the sentence.</param>
    public static string Sentence(string key, string? value, string mustBe) =>
        $"L'impostazione «{key}» vale «{value}»: {mustBe}. CigHub non parte. Vedi docs/operations.md.";

    private static void Bind<T>(T settings, IConfiguration configuration)
        where T : class, ISettings
    {
        var unreadable = Settings<T>(configuration).Where(s => !s.IsReadable).Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        configuration.Only(T.Section, key => !unreadable.Contains(key)).Bind(settings);
    }

    private static IConfigurationSection Only(this IConfiguration configuration, string section, Predicate<string> wanted) => new ConfigurationBuilder()
        .AddInMemoryCollection(configuration.GetSection(section).AsEnumerable().Where(s => !string.IsNullOrWhiteSpace(s.Value) && wanted(s.Key)))
        .Build()
        .GetSection(section);

    private static IReadOnlyList<string> Faults<T>(T settings, IConfiguration configuration)
        where T : class, ISettings
    {
        string[] faults = [.. Settings<T>(configuration).Select(s => s.Fault(settings)).OfType<string>()];
        return faults.Length > 0 || settings is not IValidatableObject whole
            ? faults
            : [.. whole.Validate(new ValidationContext(settings)).Select(r => r.ErrorMessage!)];
    }

    private static IEnumerable<Setting> Settings<T>(IConfiguration configuration)
        where T : class, ISettings =>
        from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        let key = $"{T.Section}:{property.Name}"
        select new Setting(property, key, configuration[key]);

    /// <summary>
    /// One setting of a group: the C# property, its key in the configuration, and the text that the configuration has for it.
    /// </summary>
    private sealed record Setting(PropertyInfo Property, string Key, string? Text)
    {
        public bool IsReadable => string.IsNullOrWhiteSpace(Text)
            || (Property.PropertyType == typeof(bool) ? bool.TryParse(Text, out _)
            : Property.PropertyType == typeof(int) ? int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : Property.PropertyType != typeof(TimeOnly) || TimeOnly.TryParseExact(Text, TimeOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

        /// <summary>
        /// Returns the fault of the setting's text as a whole Italian sentence, or null when the text is valid. A blank text is a fault
        /// only where the setting is required.
        /// </summary>
        public string? Fault(object settings)
        {
            var rules = Property.GetCustomAttributes<ValidationAttribute>().ToList();
            if (string.IsNullOrWhiteSpace(Text))
            {
                return rules.OfType<RequiredAttribute>().SingleOrDefault()?.FormatErrorMessage(Key);
            }

            var broken = rules.Find(r => !IsReadable || !r.IsValid(Property.GetValue(settings)));
            return broken is null && IsReadable ? null : Sentence(Key, Text, broken?.FormatErrorMessage(Key) ?? Expected);
        }

        private string Expected => Property.PropertyType == typeof(bool) ? "scrivi true o false" : "scrivi l'ora come 02:30";
    }

    private sealed class Binder<T>(IConfiguration configuration) : IConfigureOptions<T>
        where T : class, ISettings
    {
        public void Configure(T options) => Bind(options, configuration);
    }

    private sealed class Validator<T>(IConfiguration configuration) : IValidateOptions<T>
        where T : class, ISettings
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            Faults(options, configuration) is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
