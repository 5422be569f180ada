import "./page.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { asked } from "#web/desk/asking.ts";
import { wearLook } from "#web/desk/look.ts";
import { settleIn } from "./installed.ts";
import { router } from "./routes.tsx";

// The kit and the desk come with the first load, so that a screen is one more request and not ten.
import.meta.glob(["./{ui,desk}/*.{ts,tsx}", "!./**/*.test.ts", "!./ui/plot*"], { eager: true });

wearLook();
settleIn();

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={asked}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
