/**
 * In SQL, whether news of a call `c`, a line `h` of its history, is told to those with the file `a` in their own name: while they can
 * still act, or when it is the end of what they filed. Of a shortlist and of results most have a letter of their own; of results those
 * who did not go as far as the review have none.
 */
export const CONCERNED_BY_NEWS = `a.created_at <= h.at and a.state not in ('withdrawn', 'inadmissible') and case
  when h.action = 'publishResults' then a.state in ('not_shortlisted', 'invited', 'obsolete')
  when h.action = 'announceShortlist' then a.state <> 'draft'
  when h.action in ('cancel', 'declareUnsuccessful') then true
  when a.state = 'draft' then c.first_closes_at is null or h.at < c.first_closes_at
  else a.state not in ('not_shortlisted', 'obsolete') end`;
