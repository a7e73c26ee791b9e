namespace CigHub.Web.Components.Forms;

/// <summary>
/// The fields that a form shows, found by the names that errors use. The error of a shown field appears at that field only.
/// </summary>
public sealed class FormFields
{
    private readonly Dictionary<object, FormField> _shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>The prefix of this form's field names, which the errors of a command do not have. Null when there is none.</summary>
    public string? Prefix { get; set; }

    /// <summary>Says whether the form has a <see cref="FormNotice"/>, which shows the errors that belong to no field.</summary>
    public bool HasNotice { get; set; }

    /// <summary>Records that a component shows a field. The component calls it again whenever the field's name or label changes.</summary>
    public void Show(object component, FormField field) => _shown[component] = field;

    public void Hide(object component) => _shown.Remove(component);

    /// <summary>Returns the shown field with a name that an error uses, or null when no field has it.</summary>
    public FormField? Find(string? name) => _shown.Values.FirstOrDefault(f => f.Name == name || f.Name == Prefix + name);
}

/// <summary>One field of a form, with what errors and links need to refer to it.</summary>
/// <param name="Name">The name that errors use.</param>
/// <param name="Id">The id of the field's input.</param>
public sealed record FormField(string Name, string Label, string Id);
