/** 回访: reminded once, so many working days after being asked; nobody has set a figure [local]. Silence stays silence. */
export const CALLBACK_REMINDER_DAYS = 5;
