namespace CigHub.Web.Components.Forms;

/// <summary>The fields that a form shows, by the names that errors call them: an error of one of them is told there, and nowhere else.</summary>
public sealed class FormFields
{
    private readonly Dictionary<object, FormField> _shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>Stands before the names of this form's fields; errors come without it.</summary>
    public string? Prefix { get; set; }

    /// <summary>True when a <see cref="FormNotice"/> shows the errors that no field shows.</summary>
    public bool HasNotice { get; set; }

    /// <summary>Tells the form that a component shows a field; called again when its name or label changes.</summary>
    public void Show(object component, FormField field) => _shown[component] = field;

    public void Hide(object component) => _shown.Remove(component);

    /// <summary>Finds the field that shows an error's message; null when none does.</summary>
    public FormField? Find(string? name) => _shown.Values.FirstOrDefault(f => f.Name == name || f.Name == Prefix + name);
}

/// <summary>A field of a form.</summary>
/// <param name="Name">As errors call it.</param>
/// <param name="Id">The id of its input.</param>
public sealed record FormField(string Name, string Label, string Id);
