/** What everybody says who sends words or pictures: in the form, and in an issue. */
export function licenceTick(licence: string): string {
  return `This is my own work or I may share it, under ${licence}, and the people in it agreed.`;
}
