/** What the database holds against what the client was told. @returns how many are lost, doubled, half done */
export async function verdict(db, clients) {
  const found = { acknowledged: 0, lost: 0, doubled: 0, half: 0 };
  for (const { id, told } of clients) {
    const { rows } = await db.query(
      `select a.answers ->> 'texte' as texte, a.state, a.number, a.version,
         coalesce((select jsonb_agg(jsonb_build_object('sequence', f.sequence, 'hash', f.content_hash, 'texte', f.content -> 'answers' ->> 'texte') order by f.sequence)
                   from application_filing f where f.application_id = a.id), '[]') as filings,
         (select jsonb_agg(h.action order by h.id) from application_history h where h.application_id = a.id) as acts,
         (select jsonb_agg(c ->> 'to') from application_history h, jsonb_array_elements(h.changes) c where h.application_id = a.id) as texts,
         (select jsonb_agg(j.action order by j.seq) from journal_act j where j.thing_id = a.id::text) as journal,
         (select count(*)::int from outgoing_mail m where m.event_key like 'application-filed-' || a.id || '-%') as mails
       from application a where a.id = $1`,
      [id],
    );
    const { texte, state, number, version, filings, mails, ...lines } = rows[0];
    const [acts, texts, journal] = [lines.acts ?? [], lines.texts ?? [], lines.journal ?? []];
    const edits = acts.filter((act) => act === 'edit').length;
    const filed = acts.filter((act) => act === 'file' || act === 'amend').length;
    found.acknowledged += told.saves + told.filings.length;
    // A save or a filing that was answered is there; one more may be, whose answer was lost.
    if (Number(texte) < told.saved) found.lost += 1;
    for (const { sequence, hash } of told.filings)
      if (!filings.some((one) => one.sequence === sequence && one.hash === hash)) found.lost += 1;
    if (told.filings.some((filing) => filing.number !== number)) found.lost += 1;
    found.doubled += texts.length - new Set(texts).size;
    found.doubled += filings.length - new Set(filings.map(({ texte: said }) => said)).size;
    const isWhole =
      version === 1 + edits &&
      filings.length === filed &&
      mails === filings.length &&
      journal.length === acts.length &&
      filings.length > 0 === (state === 'filed') &&
      filings.length > 0 === (number !== null);
    if (!isWhole) found.half += 1;
  }
  return found;
}

/** Every letter left, and each once: the mailbox holds one message a letter. */
export async function lettersLeft(db) {
  const { rows } = await db.query(
    `select count(*)::int as letters, count(*) filter (where state = 'sent')::int as sent, count(distinct event_key)::int as events from outgoing_mail
     where event_key like 'application-filed-%'`,
  );
  return rows[0];
}

/** The time after which the work of a dead process is given to another is let pass, rather than waited for. */
export async function letTimePass(db) {
  await db.query(`update outgoing_mail set claimed_at = claimed_at - interval '1 day' where state = 'sending'`);
  await db.query(
    `update pgboss.job set state = 'retry', start_after = now() where state = 'active' or (state = 'retry' and start_after > now())`,
  );
}
