/** The recorded statements again, each as soon as those that had ended before it began have ended: one after the other or side by side. */
export async function replay(pool, plan) {
  const sent = [];
  for (const [place, { text, values, from }] of plan.entries()) {
    const before = plan.slice(0, place).flatMap((other, index) => (other.to <= from ? [sent[index]] : []));
    sent.push(Promise.all(before).then(async () => (await pool.query(text, values)).rows));
  }
  return Promise.all(sent);
}
