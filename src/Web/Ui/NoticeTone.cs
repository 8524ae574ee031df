namespace Virker.Web;

public enum NoticeTone
{
    Info,
    Success,
    Warning,
    Error,
}
