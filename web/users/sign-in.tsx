import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Entrance } from "./entrance.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { useUserWords } from "./words.ts";

/** The way in. What somebody wanted to see when they were sent here is where they arrive. */
export function SignIn() {
  const words = useUserWords().signIn;
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const arrive = () =>
    void navigate({ to: to?.startsWith("/") && !to.startsWith("//") ? to : "/today", replace: true });
  const foot = (
    <>
      <p>
        <Link to="/new-password">{words.forgotten}</Link>
      </p>
      <p>{words.customer}</p>
    </>
  );
  return (
    <Entrance title={words.title} foot={foot}>
      <SignInForm onHere={arrive} />
    </Entrance>
  );
}
