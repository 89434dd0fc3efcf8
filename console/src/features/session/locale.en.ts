export const session = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  wait: "Too many attempts. You can try again in {{seconds}}.",
  lead: "Sign in to your organization’s console.",
};
