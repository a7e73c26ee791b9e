namespace CigHub.Web.Components.Forms;

/// <summary>The fields that a form shows, by the names that errors use. An error of one of these fields is shown there and nowhere else.</summary>
public sealed class FormFields
{
    private readonly Dictionary<object, FormField> _shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>The prefix of the names of this form's fields. Errors come without it.</summary>
    public string? Prefix { get; set; }

    /// <summary>Says whether a <see cref="FormNotice"/> shows the errors that no field shows.</summary>
    public bool HasNotice { get; set; }

    /// <summary>Records that a component shows a field. The component calls it again when the name or label changes.</summary>
    public void Show(object component, FormField field) => _shown[component] = field;

    public void Hide(object component) => _shown.Remove(component);

    /// <summary>Returns the field that shows the error of a name; null when no field does.</summary>
    public FormField? Find(string? name) => _shown.Values.FirstOrDefault(f => f.Name == name || f.Name == Prefix + name);
}

/// <summary>One field of a form, as errors and links find it.</summary>
/// <param name="Name">The name that errors use.</param>
/// <param name="Id">The id of the field's input.</param>
public sealed record FormField(string Name, string Label, string Id);
