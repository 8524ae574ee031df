namespace Virker.Web;

public enum StatusKind
{
    Neutral,
    Good,
    Waiting,
    Warning,
    Bad,
    Shut,
}
