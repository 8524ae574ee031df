using Microsoft.Data.Sqlite;

namespace Virker.Bench;

/// <summary>
/// Accounts for the workers with most running cases, each copied from a case worker of the fictive municipality. Only
/// for a register that is thrown away.
/// </summary>
internal static class OfficeAccounts
{
    public static int Give(string database, int workers)
    {
        using var db = new SqliteConnection($"Data Source={database}");
        db.Open();
        using var turn = db.BeginTransaction();
        var chosen = new List<(byte[] Worker, string Name, Guid Team)>();
        using (
            var read = Command(
                db,
                turn,
                "select w.user_id, w.name, w.team_id from workers w join cases c on c.worker_id = w.user_id and c.closed is null group by w.user_id order by count(*) desc limit $most",
                ("$most", workers)
            )
        )
        using (var rows = read.ExecuteReader())
        {
            while (rows.Read()) chosen.Add(((byte[])rows[0], rows.GetString(1), new Guid((byte[])rows[2], true)));
        }

        foreach (var (worker, name, team) in chosen)
        {
            var (id, user) = (Guid.NewGuid().ToByteArray(true), $"maaling-{Convert.ToHexStringLower(worker)}");
            using var account = Command(db, turn, """
                insert or ignore into accounts (id, user_name, user_name_key, display_name, security_stamp, failed_sign_ins, active_from, presentation, created_at, version)
                select $worker, $user, $user, $name, security_stamp, 0, active_from, 'Sagsbehandler til måling', created_at, 1 from accounts where user_name like 'case-worker-%' limit 1
                """, ("$worker", worker), ("$user", user), ("$name", name));
            if (account.ExecuteNonQuery() == 0) continue;
            using var role = Command(db, turn, """
                insert into account_roles (id, user_id, role, subjects, units, sensitivity, active_from)
                select $id, $worker, role, subjects, $team, sensitivity, active_from from account_roles where role = 'case-worker' and user_id <> $worker limit 1
                """, ("$id", id), ("$worker", worker), ("$team", team.ToString()));
            role.ExecuteNonQuery();
        }

        turn.Commit();
        return chosen.Count;
    }

    private static SqliteCommand Command(
        SqliteConnection db,
        SqliteTransaction turn,
        string sql,
        params (string Name, object Value)[] values
    )
    {
        var command = db.CreateCommand();
        (command.Transaction, command.CommandText) = (turn, sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
