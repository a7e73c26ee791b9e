using System.ComponentModel.DataAnnotations;

namespace CigHub.Web.Common;

/// <summary>
/// A group of settings: a plain class whose public properties are the keys of one section and whose initial values are the defaults.
/// </summary>
/// <remarks>
/// The range of a value stands beside its property, as a validation attribute whose message ends the common sentence of a refusal
/// (<see cref="SettingsReader.Sentence"/>). A rule over several properties belongs in <see cref="IValidatableObject"/>, whose messages are
/// whole sentences.
/// </remarks>
public interface ISettings
{
    /// <summary>The name of the section in the configuration, for example <c>Sessione</c>.</summary>
    static abstract string Section { get; }
}

/// <summary>Requires that a setting is a whole number within a range, both ends inclusive.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : RangeAttribute
{
    /// <param name="unit">A part of the refusal, for example « di minuti», or empty for a plain number.</param>
    public WholeNumberAttribute(int min, int max, string unit = "")
        : base(min, max)
    {
        ErrorMessage = $"deve essere un numero intero{unit} tra {{1}} e {{2}}";
    }
}

/// <summary>Requires that a setting is the path of a folder. The folder need not exist.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FolderPathAttribute : ValidationAttribute
{
    public FolderPathAttribute() => ErrorMessage = "scrivi il percorso di una cartella";

    public override bool IsValid(object? value)
    {
        try
        {
            return value is not string { Length: > 0 } path || Path.GetFullPath(path).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
